using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.SignIn;

/// <summary>Signing in at the account's own provider; testing that, and proving there who one is, go the same way.</summary>
internal static class SingleSignOnStep
{
    public const string Path = SingleSignOnAddresses.SignIn;
    public const string TestPath = SingleSignOnAddresses.Test;
    public const string ProofPath = ProofPrompt.ProviderPath;

    /// <summary>Where the sign-in at one account's provider begins.</summary>
    public static string AddressOf(string name) => $"{Path}/{name}";

    /// <summary>Asks for the name, and goes on with it.</summary>
    public static async Task<IResult> AskAsync(SignInProviders providers, string? name, string? returnUrl)
    {
        if (string.IsNullOrEmpty(name))
        {
            return AskPage(returnUrl);
        }

        // The browser lets a form lead to no other site (form-action), not even by a detour: this page leads there instead.
        return SignInName.TryParse(name, out var tidy) && await providers.FindAsync(tidy) is not null
            ? SignInEndpoints.Page<ProviderPage>(new { Address = LocalAddress.With(AddressOf(tidy), returnUrl) })
            : AskPage(returnUrl, name, Words.SsoNameUnknown, StatusCodes.Status404NotFound);
    }

    /// <summary>Sends the browser to the provider.</summary>
    public static async Task<IResult> BeginAsync(
        HttpContext context, SignInProviders directory, Providers providers, ProviderHealth health, TimeProvider clock, string name, string? returnUrl)
    {
        if (!SignInName.TryParse(name, out var tidy) || await directory.FindAsync(tidy) is not { } settings)
        {
            return AskPage(returnUrl, name, Words.SsoNameUnknown, StatusCodes.Status404NotFound);
        }

        // Led here by another site nobody is sent on unasked: it would end a session that is open, for one of that site's choice.
        if (FetchSite.IsElsewhere(context.Request))
        {
            return SignInEndpoints.Page<ProviderPage>(new { Address = LocalAddress.With(AddressOf(tidy), returnUrl), Waits = true });
        }

        var errand = new ProviderErrand(ProviderPurpose.SignIn, settings.Generation, clock.GetUtcNow(), LocalAddress.Of(returnUrl));
        if (await providers.SendAsync(context, settings, errand) is not { } fault)
        {
            return Results.Empty;
        }

        await health.NoteAsync(settings, fault);
        return FaultPage(settings, fault, errand);
    }

    /// <summary>Sends an administrator to the provider, to see whether the settings work.</summary>
    public static async Task<IResult> TestAsync(
        HttpContext context, Providers providers, ProviderHealth health, SingleSignOnSettings administering, TimeProvider clock)
    {
        if (SessionCookie.ActorOf(context.User) is not { } actor || FetchSite.IsElsewhere(context.Request) || (await administering.BeginTestAsync(actor)).Value is not { } settings)
        {
            return new SeeOther(SingleSignOnAddresses.Settings);
        }

        // Asked anew: what was known of the provider this morning is no test of it.
        var errand = new ProviderErrand(ProviderPurpose.Test, settings.Generation, clock.GetUtcNow(), SingleSignOnAddresses.Settings, actor.SessionId);
        providers.Forget(settings.AccountId);
        var fault = await providers.LookAsync(settings.Issuer!, context.RequestAborted) ?? await providers.SendAsync(context, settings, errand);
        if (fault is null)
        {
            return Results.Empty;
        }

        await administering.NoteTestAsync(actor, new(errand, null, fault));
        await health.NoteAsync(settings, fault);
        return new SeeOther(SingleSignOnAddresses.Settings);
    }

    /// <summary>Sends whoever came by single sign-on to the provider, to show once more who it is.</summary>
    public static async Task<IResult> ProveAsync(
        HttpContext context, SignInProviders directory, Providers providers, ProviderHealth health, TimeProvider clock, string? returnUrl)
    {
        var back = LocalAddress.Of(returnUrl) ?? LocalAddress.Home;
        if (SessionCookie.ActorOf(context.User) is not { } actor)
        {
            return new SeeOther(LocalAddress.With(PasswordStep.Path, back));
        }

        if (await directory.FindAsync(actor.AccountId) is not { IsOn: true } settings)
        {
            return ProofIs(nameof(IdentityRefusal.TurnedOff), back);
        }

        var errand = new ProviderErrand(ProviderPurpose.Proof, settings.Generation, clock.GetUtcNow(), back, actor.SessionId);
        if (await providers.SendAsync(context, settings, errand) is not { } fault)
        {
            return Results.Empty;
        }

        await health.NoteAsync(settings, fault);
        return ProofIs(fault.What.ToString(), back);
    }

    /// <summary>Takes back who was sent to the provider, for whatever it was.</summary>
    public static async Task<IResult> BackAsync(
        HttpContext context,
        SignInProviders directory,
        Providers providers,
        ProviderHealth health,
        PortalSignInManager signIn,
        SingleSignOnSettings administering,
        RecentProof proof,
        Guid accountId)
    {
        if (await directory.FindAsync(accountId) is not { IsComplete: true } settings)
        {
            return new SeeOther(PasswordStep.Path);
        }

        var answer = await providers.ReceiveAsync(context, settings);
        if (answer is { Fault: { } fault, Errand: { } errand } && errand.Generation == settings.Generation)
        {
            await health.NoteAsync(settings, fault);
        }

        // What a session sent is taken in that session alone.
        var actor = SessionCookie.ActorOf(context.User) is { } who && who.SessionId == answer.Errand?.SessionId && who.AccountId == accountId ? who : null;
        switch (answer.Errand?.Purpose)
        {
            case ProviderPurpose.Test when actor is not null:
                await administering.NoteTestAsync(actor, answer);
                return new SeeOther(SingleSignOnAddresses.Settings);
            case ProviderPurpose.Proof when actor is not null:
                return ProofIs(await ProvenAsync(context, proof, actor, answer), answer.Errand.ReturnUrl);
            case ProviderPurpose.Test or ProviderPurpose.Proof:
                return new SeeOther(PasswordStep.AgainFor(answer.Errand.ReturnUrl));
            default:
                return answer.Identity is { } identity ? await SignInAsync(signIn, settings, answer.Errand!, identity) : FaultPage(settings, answer.Fault!, answer.Errand);
        }
    }

    /// <summary>Leads to where one signs out at the provider too.</summary>
    public static async Task<IResult> OutAsync(HttpContext context, SignInProviders directory, Providers providers, string name) =>
        await directory.FindAsync(name) is not { } settings ? new SeeOther(PasswordStep.Path)
        : await providers.EndSessionAddressAsync(context, settings) is { } address ? Results.Redirect(address.AbsoluteUri)
        : SignInEndpoints.Page<LinkOverPage>(new { Title = Words.SsoNoSignOutTitle, Why = Words.SsoNoSignOutWhy });

    private static async Task<IResult> SignInAsync(PortalSignInManager signIn, SingleSignOn settings, ProviderErrand errand, ProviderIdentity identity)
    {
        var outcome = await signIn.AnswerProviderAsync(settings.AccountId, errand, identity);
        return outcome.Refused is { } why
            ? OverPage(settings, errand, ProviderWords.TitleOf(why), ProviderWords.WhyOf(why, outcome.Email), StatusCodes.Status403Forbidden, offersOut: true)
            : new SeeOther(LocalAddress.Of(errand.ReturnUrl) ?? LocalAddress.Home);
    }

    private static async Task<string> ProvenAsync(HttpContext context, RecentProof proof, Actor actor, ProviderAnswer answer)
    {
        if (answer.Identity is not { } identity)
        {
            return answer.Fault!.What.ToString();
        }

        return (await proof.AnswerProviderAsync(actor, answer.Errand!, identity, Client.Of(context)))?.ToString() ?? ProvenNote.Given;
    }

    // Back to the page, which says what came of it; the act that asked for the proof is still to be chosen again.
    private static SeeOther ProofIs(string what, string? returnUrl) =>
        new(QueryHelpers.AddQueryString(LocalAddress.Of(returnUrl) ?? LocalAddress.Home, ProvenNote.Query, what));

    private static RazorComponentResult<AskProviderPage> AskPage(string? returnUrl, string? name = null, string? fault = null, int status = StatusCodes.Status200OK) =>
        SignInEndpoints.Page<AskProviderPage>(new { ReturnUrl = LocalAddress.Of(returnUrl), Name = name is null ? null : PasswordStep.Shown(name), Fault = fault }, status);

    private static RazorComponentResult<ProviderOverPage> FaultPage(SingleSignOn settings, ProviderFault fault, ProviderErrand? errand) =>
        OverPage(settings, errand, Words.SsoFailedTitle, ProviderWords.ForOperators(fault.What), StatusCodes.Status400BadRequest);

    private static RazorComponentResult<ProviderOverPage> OverPage(
        SingleSignOn settings, ProviderErrand? errand, string title, string why, int status, bool offersOut = false)
    {
        var name = settings.IsOn ? settings.Name : null;
        return SignInEndpoints.Page<ProviderOverPage>(
            new { Title = title, Why = why, Again = name is null ? null : LocalAddress.With(AddressOf(name), errand?.ReturnUrl), Out = name is null || !offersOut ? null : SessionEnds.ProviderAddressOf(name) },
            status);
    }
}
