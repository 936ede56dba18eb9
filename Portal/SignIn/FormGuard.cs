using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.SignIn;

/// <summary>Why a form was not taken.</summary>
public enum FormFault
{
    /// <summary>It is no form at all.</summary>
    NotAForm,

    /// <summary>It is too large, or broken.</summary>
    Unreadable,

    /// <summary>It did not come from a page of ours that is still current: another site sent it, or it was open too long.</summary>
    Stale,
}

/// <summary>What an endpoint answers instead, when its form was not taken. Its presence says that <see cref="FormGuard"/> stands before it.</summary>
/// <param name="Answer">The answer; it may not act on what was sent.</param>
public sealed record GuardedForm(Func<HttpContext, FormFault, Task<IResult>> Answer);

/// <summary>
/// Stands before everything that takes a form, sign-in itself included: reads it within limits, and takes it only with the
/// token of a page of ours (OWASP ASVS 5.0, 3.5.1).
/// </summary>
public sealed class FormGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 32, KeyLengthLimit = 200, ValueLengthLimit = 16 * 1024 };

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var guarded = http.GetEndpoint()!.Metadata.GetRequiredMetadata<GuardedForm>();
        return await FaultOfAsync(http) is { } fault ? await guarded.Answer(http, fault) : await next(context);
    }

    /// <summary>The status for a fault.</summary>
    public static int StatusOf(FormFault fault) => fault switch
    {
        FormFault.NotAForm => StatusCodes.Status415UnsupportedMediaType,
        FormFault.Unreadable or FormFault.Stale => StatusCodes.Status400BadRequest,
    };

    private async Task<FormFault?> FaultOfAsync(HttpContext http)
    {
        var type = http.Request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(type, FormType, StringComparison.OrdinalIgnoreCase))
        {
            return FormFault.NotAForm;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, Limits));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            return FormFault.Unreadable;
        }

        return await antiforgery.IsRequestValidAsync(http) ? null : FormFault.Stale;
    }
}
