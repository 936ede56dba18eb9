namespace Portal.Tests.Support;

/// <summary>Somebody whom an <see cref="IdentityProvider"/> knows; a change shows from the next sign-in on.</summary>
public sealed class PersonAtProvider
{
    /// <summary>What the provider calls this person, for ever.</summary>
    public required string Subject { get; set; }

    /// <summary>E-mail address, if any.</summary>
    public string? Email { get; set; }

    /// <summary>Whether the address is verified; <see langword="null"/> to leave that open.</summary>
    public bool? EmailVerified { get; set; }

    /// <summary>Name, if any.</summary>
    public string? Name { get; set; }
}
