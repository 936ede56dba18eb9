namespace Portal.Security;

/// <summary>Why nothing was changed. Every screen has words for each. The names are stored: never rename.</summary>
public enum Refusal
{
    /// <summary>The session is over, or the operator no longer active.</summary>
    SignedOut,

    /// <summary>The actor may not do this.</summary>
    NotAllowed,

    /// <summary>There is nothing by that id in the account. Another account's id looks just so.</summary>
    NotFound,

    /// <summary>A proof of at most 15 minutes ago is needed first.</summary>
    ProofNeeded,

    /// <summary>No active administrator of the account would have a way in.</summary>
    NoWayIn,

    /// <summary>It was changed since it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>The input does not fit.</summary>
    Invalid,

    /// <summary>There is no authenticator to erase or to replace.</summary>
    NothingSetUp,

    /// <summary>The setting in effect leaves no room for it.</summary>
    NotUnderThisSetting,

    /// <summary>The ten seconds are over.</summary>
    TooLate,

    /// <summary>It holds already.</summary>
    AlreadySo,

    /// <summary>Somebody in the installation has the address already.</summary>
    EmailTaken,

    /// <summary>The last one was sent too recently, or too many were sent today.</summary>
    TooSoon,

    /// <summary>The link has expired, was used, or was replaced.</summary>
    LinkIsOver,

    /// <summary>Something of ours failed; it is in the log.</summary>
    Failed,

    /// <summary>Another account of the installation has the sign-in name.</summary>
    SignInNameTaken,

    /// <summary>Nobody has come back from the provider under the settings as they are.</summary>
    SingleSignOnNotTested,

    /// <summary>Single sign-on of the account is off.</summary>
    SingleSignOnIsOff,

    /// <summary>The bulk job that carries the act is over, or has come to this operator already.</summary>
    JobIsOver,

    /// <summary>The database broke off while it was being saved: nobody knows whether it was.</summary>
    Unknown,
}

/// <summary>What came of an act: a value, or the reason why nothing was changed.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refused) => (Value, Refused) = (value, refused);

    /// <summary>What was done; meaningful only when <see cref="IsDone"/>.</summary>
    public T? Value { get; }

    /// <summary>Why it was not.</summary>
    public Refusal? Refused { get; }

    public bool IsDone => Refused is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal why) => new(default, why);
}

/// <summary>An act that leaves nothing to tell beyond that it was done.</summary>
public readonly record struct Nothing;
