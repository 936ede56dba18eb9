using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OtpNet;
using Portal.Data;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.SignIn;

/// <summary>As whom one can sign in to the demo account, with what holds for each now.</summary>
public partial class DemoPanel : ComponentBase
{
    // The keys are always the same, and the panel stands on every sign-in page: each is drawn once.
    private static readonly ConcurrentDictionary<string, QrCode> Drawn = new();

    private IReadOnlyList<OperatorSnapshot> people = [];
    private TwoFactorPolicy accountDefault;

    [Inject]
    private PortalContexts Contexts { get; set; } = null!;

    [Inject]
    private Snapshooter Snapshots { get; set; } = null!;

    [Inject]
    private IOptions<PortalOptions> Portal { get; set; } = null!;

    private IReadOnlyList<(string Name, AuthenticatorKey Key, QrCode Qr)> Keys => [..
        from person in DemoPeople.All
        where person.Key is not null && people.Any(known => known.Email == person.Email && known.IsSetUp)
        let key = AuthenticatorKey.FromBytes(Base32Encoding.ToBytes(person.Key))
        select (person.Name, key, Drawn.GetOrAdd(KeyUri.For(Portal.Value.Issuer, person.Email, key), QrCode.Of))];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await using var db = Contexts.AcrossAccounts();
        var accountId = await db.Accounts.Where(account => account.Name == DemoPeople.Account)
            .OrderBy(account => account.CreatedAt).Select(account => (Guid?)account.Id).FirstOrDefaultAsync();
        if (accountId is not null && await Snapshots.AccountAsync(accountId.Value) is { } account)
        {
            accountDefault = account.Default;
            people = [.. from person in await Snapshots.OperatorsAsync(account.Id, [.. DemoPeople.All.Select(demo => demo.Email.ToUpperInvariant())])
                         where person.State != OperatorState.Deactivated
                         select person];
        }
    }

    private static string RoleOrSetting(OperatorSnapshot person) => person switch
    {
        { State: OperatorState.Invited } => Words.DemoInvited,
        { LoginOptions: LoginOptions.SingleSignOn } => Words.DemoSingleSignOnOnly,
        { Override: { } own } => Words.DemoOverride(Words.Of(own)),
        _ => Words.Of(person.Role),
    };
}
