using System.Net;
using OpenIddict.Abstractions;

namespace Portal.Tests.Support;

/// <summary>The pages of an <see cref="IdentityProvider"/>, without JavaScript.</summary>
internal static class IdentityProviderPages
{
    /// <summary>The button of a person; its value is the subject.</summary>
    public const string Choice = "person";

    /// <summary>The button that refuses.</summary>
    public const string Deny = "deny";

    /// <summary>Where those end who sign out and have no address to go back to.</summary>
    public const string SignedOut = "You are signed out at the provider.";

    /// <summary>The page where people say who they are; it brings the request along.</summary>
    public static string SignIn(OpenIddictRequest request, IEnumerable<PersonAtProvider> people) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <title>Provider</title>
        <h1>Sign in at the provider</h1>
        <form method="post" action="/authorize">
        {string.Concat(request.GetParameters().Select(pair => $"""<input type="hidden" name="{Encode(pair.Key)}" value="{Encode((string?)pair.Value)}">"""))}
        {string.Concat(people.Select(person => $"""<p><button name="{Choice}" value="{Encode(person.Subject)}">{Encode(person.Email ?? person.Subject)}</button></p>"""))}
        <p><button name="{Deny}" value="yes">Deny</button></p>
        </form>
        </html>
        """;

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
