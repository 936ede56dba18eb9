using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>Everything that writes a cookie: plain forms that work without JavaScript.</summary>
public static class SignInEndpoints
{
    /// <summary>Maps the pages without a session, and what ends or changes one.</summary>
    public static WebApplication MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", PasswordStep.Show);
        app.MapGet("/sign-in/code", CodeStep.ShowAsync);
        app.MapGet(HelpStep.Path, HelpStep.ShowAsync);
        app.MapGet(WaitingStep.Path, WaitingStep.ShowAsync);
        app.MapGet($"{WaitingStep.Path}/state", WaitingStep.StateAsync);
        app.MapGet("/link/{token}", LinkStep.OpenAsync);
        app.MapGet(LinkStep.Path, LinkStep.ShowAsync);
        app.MapGet(ForgotPasswordStep.Path, ForgotPasswordStep.Show);
        app.MapGet(SingleSignOnStep.Path, SingleSignOnStep.AskAsync);
        app.MapGet($"{SingleSignOnStep.Path}/{{name}}", SingleSignOnStep.BeginAsync);
        app.MapGet($"{SingleSignOnStep.Path}/{{name}}/out", SingleSignOnStep.OutAsync);
        app.MapGet($"{Providers.BackPath}{{accountId:guid}}", SingleSignOnStep.BackAsync);
        app.MapGet(SingleSignOnStep.TestPath, SingleSignOnStep.TestAsync);
        app.MapGet(SingleSignOnStep.ProofPath, SingleSignOnStep.ProveAsync);
        app.MapGet("/sign-out", IResult () => Page<SignOutPage>());
        app.MapGet(FirstSetUp.Path, FirstSetUpStep.ShowAsync);

        // Each of them writes a cookie or ends something, so each takes nothing but a form of ours.
        var forms = app.MapGroup("").AddEndpointFilter<RouteGroupBuilder, FormGuard>();
        forms.MapPost("/sign-in", PasswordStep.AnswerAsync).WithMetadata(new GuardedForm(PasswordStep.ShowAfterAsync));
        forms.MapPost("/sign-in/code", CodeStep.AnswerAsync).WithMetadata(new GuardedForm(CodeStep.ShowAfterAsync));
        forms.MapPost(WaitingStep.Path, WaitingStep.SendAgainAsync).WithMetadata(new GuardedForm(WaitingStep.ShowAfterAsync));
        forms.MapPost("/link/password", LinkStep.AnswerPasswordAsync).WithMetadata(new GuardedForm(LinkStep.ShowAfterAsync));
        forms.MapPost("/link/new-password", NewPasswordStep.AnswerAsync).WithMetadata(new GuardedForm(NewPasswordStep.ShowAfterAsync));
        forms.MapPost("/link/email", ConfirmAddressStep.AnswerAsync).WithMetadata(new GuardedForm(ConfirmAddressStep.ShowAfterAsync));
        forms.MapPost(ForgotPasswordStep.Path, ForgotPasswordStep.AnswerAsync).WithMetadata(new GuardedForm(ForgotPasswordStep.ShowAfterAsync));
        forms.MapPost("/link/unlock", UnlockStep.AnswerAsync).WithMetadata(new GuardedForm(UnlockStep.ShowAfterAsync));
        forms.MapPost(UnlockStep.Path, UnlockStep.SendAsync).WithMetadata(new GuardedForm(UnlockStep.ShowAfterSendAsync));
        forms.MapPost(AcceptStep.Path, AcceptStep.AnswerAsync).WithMetadata(new GuardedForm(AcceptStep.ShowAfterAsync));
        forms.MapPost(AcceptStep.NotNowPath, AcceptStep.NotNowAsync).WithMetadata(new GuardedForm(AcceptStep.ShowAfterAsync));
        forms.MapPost("/link/finish", LinkStep.FinishAsync).WithMetadata(new GuardedForm(LinkStep.ShowAfterAsync));
        forms.MapPost(HelpStep.Path, HelpStep.AskAsync).WithMetadata(new GuardedForm(HelpStep.ShowAfterAsync));
        forms.MapPost("/sign-out", SessionEnds.AnswerAsync).WithMetadata(new GuardedForm(SessionEnds.ShowAfterAsync));
        forms.MapPost(FirstSetUp.Path, FirstSetUpStep.AnswerAsync).WithMetadata(new GuardedForm(FirstSetUpStep.ShowAfterAsync));
        forms.MapPost("/language", LanguageChoice.AnswerAsync).WithMetadata(new GuardedForm(LanguageChoice.GoBackAfterAsync));

        app.Map("/error/{code:int?}", ErrorPage.Show);
        DevMail.Map(app);
        return app;
    }

    /// <summary>A page as an answer.</summary>
    internal static RazorComponentResult<TPage> Page<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>The one value of a field; empty when it is missing or sent more than once.</summary>
    internal static string Field(this HttpRequest request, string name) => request.Form[name] is [{ } only] ? only : "";

    /// <summary>What a page says after a form that was not taken.</summary>
    internal static string SentenceFor(FormFault fault) => fault switch
    {
        FormFault.Stale => Words.PageTooOld,
        FormFault.NotAForm or FormFault.Unreadable => Words.FormUnreadable,
    };
}
