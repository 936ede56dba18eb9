namespace Portal.SignIn;

/// <summary>Sends the browser on with GET, whatever it came with (RFC 9110 §15.4.4).</summary>
/// <param name="Address">A local address.</param>
public sealed record SeeOther(string Address) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Address;
        return Task.CompletedTask;
    }
}
