using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The details of an operator: read, and changed in place.</summary>
public partial class GeneralTab
{
    /// <summary>The operator who is looked at.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private OperatorDetails Details { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private static IReadOnlyList<(string Value, string Text)> Roles =>
        [.. Enum.GetValues<OperatorRole>().Select(role => (role.ToString(), Words.Of(role)))];

    private static IReadOnlyList<(string Value, string Text)> AllLanguages => [.. Languages.All.Select(language => (language.Key, language.Value))];

    private bool IsSelf => Who.Id == State.Me.Id;

    // Whoever has chosen none reads the language that the page is in.
    private string Language => Languages.Knows(Who.Language) ? Who.Language! : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string LastSignIn => Who is { LastSignInAt: { } at, LastSignInWith: { } method }
        ? $"{When.MomentCapital(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow()))}, {Words.Of(method)}"
        : Words.NeverSignedIn;

    private async Task<DetailAnswer?> RenameAsync(string name) => NameFault.Of(name) is { } fault
        ? new DetailAnswer.Faulty(fault)
        : DetailAnswer.Of(await State.ThenRefreshAsync(Details.RenameAsync(State.Actor, Who.Id, name)));

    private async Task<DetailAnswer?> SetRoleAsync(string role) => DetailAnswer.Of(
        await Prompt.AroundAsync(() => State.ThenRefreshAsync(Details.SetRoleAsync(State.Actor, Who.Id, Enum.Parse<OperatorRole>(role)))));

    private async Task<DetailAnswer?> SetLanguageAsync(string language)
    {
        var outcome = await State.ThenRefreshAsync(Details.SetLanguageAsync(State.Actor, language));
        if (outcome.IsDone)
        {
            // A circuit keeps its language: the page comes anew in the other one.
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        }

        return DetailAnswer.Of(outcome);
    }
}
