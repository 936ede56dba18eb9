using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>What somebody presented as second factor, ready to be spent within a transaction.</summary>
/// <param name="Input">As typed.</param>
/// <param name="Recovery">The same as a recovery code, where it can be one.</param>
public sealed record PresentedFactor(string? Input, PresentedRecoveryCode? Recovery)
{
    /// <inheritdoc />
    public override string ToString() => "PresentedFactor(secret)";
}

/// <summary>Tells the operator, within the transaction that spends it, that a recovery code was used. Mail, which comes later in the order, does.</summary>
/// <param name="db">The acting transaction's context.</param>
/// <param name="who">Whose code it was.</param>
/// <param name="actor">Who used it, and from where.</param>
public delegate Task RecoveryCodeUsed(PortalDbContext db, Operator who, Actor actor);

/// <summary>The second factor, whichever of the two it is: a code of the app, or a recovery code.</summary>
public sealed class SecondFactors(AuthenticatorCodes codes, RecoveryCodes recoveryCodes, RecoveryCodeUsed used, TimeProvider clock)
{
    /// <summary>Whether what was typed can be either. What cannot is no guess, and is not counted as one.</summary>
    public static bool CanBe(string? input) => OneTimeCode.TryParse(input, out _) || RecoveryCode.TryParse(input, out _);

    /// <summary>Makes ready what was typed. Comes after the try was counted, and before the transaction that spends.</summary>
    public async Task<PresentedFactor> PresentAsync(PortalDbContext db, Guid operatorId, string? input) =>
        new(input, await recoveryCodes.PresentAsync(db, operatorId, input));

    /// <summary>Spends what was presented within the acting transaction, and writes down that a recovery code was used.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="who">Whose factor it is to be.</param>
    /// <param name="actor">Who presents it, and from where.</param>
    /// <param name="presented">What was presented.</param>
    /// <returns>What it was; <see langword="null"/> when it was wrong or used.</returns>
    public async Task<SignInMethod?> SpendAsync(PortalDbContext db, Operator who, Actor actor, PresentedFactor presented)
    {
        if (await codes.SpendAsync(db, who.Id, presented.Input))
        {
            return SignInMethod.PasswordAndCode;
        }

        if (presented.Recovery is not { } recovery || !await recoveryCodes.SpendAsync(db, who.Id, recovery))
        {
            return null;
        }

        var left = await RecoveryCodes.LeftAsync(db, who.Id);
        AuditLog.Record(db, actor, who.Name, AuditAction.RecoveryCodeUsed, clock.GetUtcNow(), who, before: $"{left + 1}", after: $"{left}");
        db.Announce(who.AccountId, who.Id);
        await used(db, who, actor);
        return SignInMethod.PasswordAndRecoveryCode;
    }
}
