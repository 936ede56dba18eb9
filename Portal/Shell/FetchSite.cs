namespace Portal.Shell;

/// <summary>What browsers say of where a request comes from (Fetch Metadata); a typed address and a mail come from nowhere.</summary>
public static class FetchSite
{
    /// <summary>Whether a page of another site made the browser ask.</summary>
    public static bool IsElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    /// <summary>Answers what a page of another site asks for as an unknown address, before anything is read or written.</summary>
    public static RouteHandlerBuilder FromHereOnly(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
        IsElsewhere(invocation.HttpContext.Request) ? Results.NotFound() : await next(invocation));
}
