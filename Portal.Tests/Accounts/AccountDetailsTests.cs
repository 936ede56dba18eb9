using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Accounts;

[OnEachDatabase]
public sealed class AccountDetailsTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private AccountDetails details = null!;
    private Account account = null!;
    private Actor ada = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        details = new(node.Get<Gestures>());
        account = await node.AddAccountAsync();
        ada = await node.SignInAsync(await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator));
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\0b")]
    [InlineData("two\nlines")]
    [InlineData(null)]
    public async Task A_name_that_does_not_fit_changes_nothing(string? name)
    {
        Assert.Equal(Refusal.Invalid, (await details.RenameAsync(ada, name)).Refused);
        Assert.Equal("Example Company", (await StoredAsync()).Name);
    }

    [Fact]
    public async Task Ten_kilobytes_are_no_name() => Assert.Equal(Refusal.Invalid, (await details.RenameAsync(ada, new string('x', 10_240))).Refused);

    [Theory]
    [InlineData("  Voorbeeld BV ", "Voorbeeld BV")]
    [InlineData("株式会社例", "株式会社例")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public async Task A_name_of_any_script_is_kept_as_it_is_and_written_down(string name, string kept)
    {
        Assert.True((await details.RenameAsync(ada, name)).IsDone);

        Assert.Equal(kept, (await StoredAsync()).Name);
        var entry = await node.ReadAsync(account.Id, db => db.AuditEntries.SingleAsync());
        Assert.Equal(("AccountRenamed", "Ada", "Example Company", kept), (entry.Action, entry.ActorName, entry.Before, entry.After));
    }

    [Theory]
    [InlineData("it")]
    [InlineData("")]
    [InlineData("en-GB; DROP TABLE Accounts")]
    public async Task A_language_that_Portal_does_not_speak_is_refused(string language) =>
        Assert.Equal(Refusal.Invalid, (await details.SetLanguageAsync(ada, language)).Refused);

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("Etc/GMT+3")]
    [InlineData("../../etc/passwd")]
    public async Task A_time_zone_that_is_none_is_refused(string zone) =>
        Assert.Equal(Refusal.Invalid, (await details.SetTimeZoneAsync(ada, zone)).Refused);

    [Fact]
    public async Task A_basic_operator_changes_nothing_of_the_account_and_the_attempt_is_written_down()
    {
        var anna = await node.SignInAsync(await node.AddOperatorAsync(account, "Anna"));

        Assert.Equal(Refusal.NotAllowed, (await details.RenameAsync(anna, "Mine")).Refused);
        Assert.Equal(Refusal.NotAllowed, (await details.SetTimeZoneAsync(anna, "UTC")).Refused);

        Assert.Equal("Example Company", (await StoredAsync()).Name);
        Assert.Equal(["NotAllowed", "NotAllowed"], await node.ReadAsync(account.Id, db => db.AuditEntries.Select(entry => entry.Refused!).ToListAsync()));
    }

    private Task<Account> StoredAsync() => node.ReadAsync(account.Id, db => db.Accounts.SingleAsync());
}
