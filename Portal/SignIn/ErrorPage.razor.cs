using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>The page in place of one that could not be had; the answer keeps its status.</summary>
public partial class ErrorPage : ComponentBase
{
    /// <summary>The status of the answer.</summary>
    [Parameter, EditorRequired]
    public int Status { get; set; }

    // After a fault of ours the page depends on as little as it can: no form, no token.
    private string? Here => Status < StatusCodes.Status500InternalServerError ? "/" : null;

    private (string Title, string Why) Told => Status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => (Words.ErrorForbidden, Words.ErrorForbiddenWhy),
        StatusCodes.Status404NotFound => (Words.NothingHere, Words.NothingHereWhy),
        < StatusCodes.Status500InternalServerError => (Words.ErrorUnreadable, Words.ErrorUnreadableWhy),
        _ => (Words.ErrorOurs, Words.ErrorOursWhy),
    };

    /// <summary>Answers in place of an endpoint that failed or was not there. Whoever types its address finds no page.</summary>
    public static IResult Show(HttpContext context)
    {
        var features = context.Features;
        var failed = features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null;
        var status = failed && context.Response.StatusCode >= StatusCodes.Status400BadRequest ? context.Response.StatusCode : StatusCodes.Status404NotFound;
        return SignInEndpoints.Page<ErrorPage>(new { Status = status }, status);
    }
}
