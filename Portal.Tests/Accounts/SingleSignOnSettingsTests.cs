using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Accounts;

/// <summary>Setting single sign-on up, turning it on and off, and what keeps an account from locking itself out by it.</summary>
[OnEachDatabase]
public sealed class SingleSignOnSettingsTests : IAsyncLifetime
{
    private const string Issuer = "https://accounts.example.com/";
    private const string Canary = "Canary-Client-Secret-83";

    private static readonly Dictionary<string, Func<SingleSignOnSettings, Actor, Task<Refusal?>>> Changes = new()
    {
        ["name"] = async (settings, actor) => (await settings.SetNameAsync(actor, "another-name")).Refused,
        ["issuer"] = async (settings, actor) => (await settings.SetIssuerAsync(actor, "https://elsewhere.example.com/")).Refused,
        ["client id"] = async (settings, actor) => (await settings.SetClientIdAsync(actor, "another-client")).Refused,
        ["secret"] = async (settings, actor) => (await settings.SetSecretAsync(actor, "another-secret")).Refused,
        ["no secret"] = async (settings, actor) => (await settings.RemoveSecretAsync(actor)).Refused,
        ["scopes"] = async (settings, actor) => (await settings.SetScopesAsync(actor, "openid email")).Refused,
        ["trust"] = async (settings, actor) => (await settings.SetTrustAsync(actor, true)).Refused,
        ["off"] = async (settings, actor) => (await settings.TurnOffAsync(actor)).Refused,
        ["on"] = async (settings, actor) => (await settings.TurnOnAsync(actor)).Refused,
        ["release"] = async (settings, actor) => (await settings.ReleaseAsync(actor)).Refused,
    };

    private PortalServices node = null!;
    private SingleSignOnSettings settings = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator gijs = null!;

    public static TheoryData<string> EveryChange => [.. Changes.Keys];

    public static TheoryData<string, string?> BadInput => new()
    {
        { "name", null }, { "name", "" }, { "name", "x" }, { "name", "-example" }, { "name", "a--b" }, { "name", "a b" }, { "name", "a\0b" },
        { "name", "株式会社" }, { "name", "<b>x</b>" }, { "name", new('x', 10_240) },
        { "issuer", null }, { "issuer", "" }, { "issuer", "accounts.example.com" }, { "issuer", "http://accounts.example.com" },
        { "issuer", "https://accounts.example.com?x=1" }, { "issuer", "https://accounts.example.com#x" }, { "issuer", "https://a:b@accounts.example.com" },
        { "issuer", "https://accounts.example.com/\0" }, { "issuer", "javascript:alert(1)" }, { "issuer", $"https://{new string('x', 10_240)}" },
        { "client id", null }, { "client id", " " }, { "client id", "a\0b" }, { "client id", "größe" }, { "client id", new('x', 10_240) },
        { "secret", "a\0b" }, { "secret", "geheim\n" + Canary }, { "secret", "größe" }, { "secret", new('x', 10_240) },
        { "scopes", "\"email\"" }, { "scopes", "e\\mail" }, { "scopes", "em\0ail" }, { "scopes", "größe" }, { "scopes", new('x', 10_240) },
    };

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        settings = node.Get<SingleSignOnSettings>();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Theory]
    [MemberData(nameof(EveryChange))]
    public async Task Every_change_asks_for_a_recent_proof(string change)
    {
        await ConnectAsync(row => row.IsOn = change != "on");
        var actor = await node.SignInAsync(ada);
        var before = await StoredTextAsync();
        node.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(Refusal.ProofNeeded, await Changes[change](settings, actor));
        Assert.Equal(before, await StoredTextAsync());
        Assert.Empty(await RecordAsync());

        Assert.Equal(ProofAnswer.Proven, await node.Get<RecentProof>().AnswerAsync(actor, PortalServices.Password));
        Assert.Null(await Changes[change](settings, actor));
    }

    [Theory]
    [MemberData(nameof(EveryChange))]
    public async Task Account_administrators_alone_change_it_and_the_attempt_of_another_is_written_down(string change)
    {
        await ConnectAsync(row => row.IsOn = change != "on");
        var anna = await node.SignInAsync(await node.AddOperatorAsync(account, "Berta"));
        var before = await StoredTextAsync();

        Assert.Equal(Refusal.NotAllowed, await Changes[change](settings, anna));

        Assert.Equal(before, await StoredTextAsync());
        Assert.Equal(("Berta", "NotAllowed"), (await RecordAsync()).Select(entry => (entry.ActorName, entry.Refused)).Single());
    }

    [Theory]
    [MemberData(nameof(EveryChange))]
    public async Task Another_account_sees_and_changes_nothing_of_it(string change)
    {
        await ConnectAsync(row => row.IsOn = change != "on");
        var elsewhere = await node.AddAccountAsync(name: "Elsewhere");
        var stranger = await node.SignInAsync(await node.AddOperatorAsync(elsewhere, "Sven", OperatorRole.Administrator));
        var before = await StoredTextAsync();

        await Changes[change](settings, stranger);

        Assert.Equal(before, await StoredTextAsync());
        Assert.Empty(await RecordAsync());
        Assert.False(await node.ReadAsync(elsewhere.Id, db => db.SingleSignOns.AnyAsync(row => row.IsOn || row.Issuer == Issuer)));
        Assert.False((await node.Get<Snapshooter>().AccountAsync(elsewhere.Id))!.HasSingleSignOn);
    }

    [Fact]
    public async Task A_test_that_is_noted_by_nobody_entitled_changes_nothing()
    {
        await ConnectAsync(row => (row.IsOn, row.WorkedAt) = (false, null));
        var anna = await node.SignInAsync(await node.AddOperatorAsync(account, "Berta"));

        Assert.Equal(Refusal.NotAllowed, (await settings.NoteTestAsync(anna, Answer(Identity()))).Refused);

        Assert.Null((await StoredAsync()).WorkedAt);
    }

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task What_does_not_fit_is_refused_and_changes_nothing(string field, string? input)
    {
        await ConnectAsync();
        var actor = await node.SignInAsync(ada);
        var before = await StoredTextAsync();

        Assert.Equal(Refusal.Invalid, await SetAsync(actor, field, input));

        Assert.Equal(before, await StoredTextAsync());
        Assert.Empty(await RecordAsync());
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task What_does_not_fit_makes_no_settings_where_there_are_none()
    {
        Assert.Equal(Refusal.Invalid, await SetAsync(await node.SignInAsync(ada), "issuer", "nowhere"));

        Assert.False(await node.ReadAsync(account.Id, db => db.SingleSignOns.AnyAsync()));
    }

    [Fact]
    public async Task It_is_set_up_field_by_field_and_each_change_is_written_down_with_what_it_was_and_is()
    {
        var actor = await node.SignInAsync(ada);

        Assert.Null(await SetAsync(actor, "issuer", $" {Issuer} "));
        Assert.Null(await SetAsync(actor, "client id", "portal"));
        Assert.Null(await SetAsync(actor, "secret", Canary));
        Assert.Null(await SetAsync(actor, "name", "Example-Company"));
        Assert.Null(await SetAsync(actor, "scopes", "email"));

        var stored = await StoredAsync();
        Assert.Equal((Issuer, "portal", "example-company", "openid email"), (stored.Issuer, stored.ClientId, stored.Name, stored.Scopes));
        Assert.True(stored is { IsComplete: true, IsOn: false, WorkedAt: null });
        Assert.Equal(
            [
                ("SingleSignOnChanged", "Ada", "client id: ", "client id: portal"),
                ("SingleSignOnChanged", "Ada", "issuer: ", $"issuer: {Issuer}"),
                ("SingleSignOnChanged", "Ada", "name: ", "name: example-company"),
                ("SingleSignOnChanged", "Ada", "scopes: openid email profile", "scopes: openid email"),
                ("SingleSignOnChanged", "Ada", "secret: none", "secret: set anew"),
            ],
            (await RecordAsync()).Select(entry => (entry.Action, entry.ActorName, entry.Before!, entry.After!)).OrderBy(entry => entry.Item4, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_value_once_more_is_no_change_and_asks_for_nothing()
    {
        await ConnectAsync(row => row.Scopes = "openid email");
        var actor = await node.SignInAsync(ada);
        var before = await StoredTextAsync();
        node.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Null(await SetAsync(actor, "name", " EXAMPLE-company"));
        Assert.Null(await SetAsync(actor, "issuer", Issuer));
        Assert.Null(await SetAsync(actor, "client id", "portal "));
        Assert.Null(await SetAsync(actor, "scopes", "email openid"));
        Assert.Null((await settings.SetTrustAsync(actor, false)).Refused);

        Assert.Equal(before, await StoredTextAsync());
        Assert.Empty(await RecordAsync());
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Taking_a_secret_away_that_is_not_there_is_no_change()
    {
        await ConnectAsync(row => row.ProtectedSecret = null);
        var before = await StoredTextAsync();

        Assert.Null((await settings.RemoveSecretAsync(await node.SignInAsync(ada))).Refused);

        Assert.Equal(before, await StoredTextAsync());
    }

    [Fact]
    public async Task The_sign_in_name_is_unique_in_the_installation()
    {
        var elsewhere = await node.AddAccountAsync(name: "Elsewhere");
        var stranger = await node.SignInAsync(await node.AddOperatorAsync(elsewhere, "Sven", OperatorRole.Administrator));
        await ConnectAsync();

        Assert.Equal(Refusal.SignInNameTaken, (await settings.SetNameAsync(stranger, " Example-Company ")).Refused);
        Assert.False(await node.ReadAsync(elsewhere.Id, db => db.SingleSignOns.AnyAsync()));

        Assert.True((await settings.SetNameAsync(stranger, "example-company-2")).IsDone);
    }

    [Fact]
    public async Task Of_two_accounts_that_take_a_name_at_once_one_gets_it()
    {
        var elsewhere = await node.AddAccountAsync(name: "Elsewhere");
        var stranger = await node.SignInAsync(await node.AddOperatorAsync(elsewhere, "Sven", OperatorRole.Administrator));
        var actor = await node.SignInAsync(ada);

        var outcomes = await Task.WhenAll(
            Task.Run(() => settings.SetNameAsync(actor, "one-name")),
            Task.Run(() => settings.SetNameAsync(stranger, "one-name")));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Single(outcomes, outcome => outcome.Refused == Refusal.SignInNameTaken);
    }

    [Fact]
    public async Task The_client_secret_is_kept_encrypted_for_its_own_account_alone()
    {
        var actor = await node.SignInAsync(ada);
        await SetAsync(actor, "secret", $" {Canary} ");

        var stored = await StoredAsync();
        var secrets = node.Get<ProviderSecrets>();
        Assert.Equal(Canary, secrets.Open(stored));
        Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(stored.ProtectedSecret!), StringComparison.Ordinal);
        Assert.Null(secrets.Open(new() { AccountId = Guid.NewGuid(), ProtectedSecret = stored.ProtectedSecret }));

        // Left empty it stays; it goes when it is taken away.
        Assert.Null(await SetAsync(actor, "secret", ""));
        Assert.NotNull((await StoredAsync()).ProtectedSecret);
        Assert.Null((await settings.RemoveSecretAsync(actor)).Refused);
        Assert.Null((await StoredAsync()).ProtectedSecret);
    }

    [Fact]
    public async Task The_client_secret_stands_in_no_table_no_snapshot_no_entry_of_the_record_and_no_mail()
    {
        await ConnectAsync();
        var actor = await node.SignInAsync(ada);
        Assert.Null(await SetAsync(actor, "secret", Canary));
        Assert.NotEmpty(await MailsAsync());

        var read = 0;
        foreach (var value in await EveryValue.ReadAsync(node.Contexts))
        {
            read++;
            Assert.False(Holds(value, Canary), "A table holds the client secret.");
        }

        Assert.True(read > 100, "Nothing was looked at.");
        foreach (var file in Directory.EnumerateFiles(node.Directory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.False(Holds(bytes.ToArray(), Canary), $"{Path.GetFileName(file)} holds the client secret.");
        }

        var snapshot = (await node.Get<Snapshooter>().AccountAsync(account.Id))!;
        Assert.True(snapshot.SingleSignOn!.HasSecret);
        Assert.DoesNotContain(Canary, JsonSerializer.Serialize(snapshot) + snapshot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("client id")]
    [InlineData("secret")]
    [InlineData("no secret")]
    [InlineData("scopes")]
    public async Task Another_provider_or_client_forgets_that_it_worked_and_ends_what_was_asked_under_the_former(string change)
    {
        await ConnectAsync(row =>
        {
            row.NoteFault(SingleSignOnFault.WrongClient, null, node.Clock.GetUtcNow());
            (row.TestedAt, row.TestedById, row.TestFault) = (node.Clock.GetUtcNow(), ada.Id, SingleSignOnFault.WrongClient);
            (row.TestDetail, row.TestEmail, row.TestSubject) = ("detail", "ada@example.com", "subject-ada");
        });

        Assert.Null(await Changes[change](settings, await node.SignInAsync(ada)));

        var stored = await StoredAsync();
        Assert.Equal(8, stored.Generation);
        Assert.True(stored is { IsOn: true, Works: false, WorkedAt: null, Fault: null, FaultSince: null });
        Assert.True(stored is { TestedAt: null, TestedById: null, TestFault: null, TestDetail: null, TestEmail: null, TestSubject: null });
    }

    [Theory]
    [InlineData("name")]
    [InlineData("trust")]
    public async Task A_change_of_the_name_or_of_whom_to_believe_leaves_what_is_known_of_the_provider(string change)
    {
        await ConnectAsync();

        Assert.Null(await Changes[change](settings, await node.SignInAsync(ada)));

        var stored = await StoredAsync();
        Assert.Equal(7, stored.Generation);
        Assert.True(stored.Works);
    }

    [Fact]
    public async Task Turning_it_on_is_refused_until_somebody_has_come_back_under_the_settings_as_they_are()
    {
        await ConnectAsync(row => (row.IsOn, row.WorkedAt) = (false, null));
        var actor = await node.SignInAsync(ada);
        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(actor)).Refused);

        Assert.True((await settings.NoteTestAsync(actor, Answer(Identity()))).IsDone);
        Assert.Equal((node.Clock.GetUtcNow(), null), ((await StoredAsync()).WorkedAt!.Value, (await StoredAsync()).TestFault));
        Assert.True((await settings.TurnOnAsync(actor)).IsDone);
        Assert.Equal(Refusal.AlreadySo, (await settings.TurnOnAsync(actor)).Refused);

        Assert.True((await StoredAsync()).Works);
        Assert.Equal(
            [("SingleSignOnTested", "ada@example.com"), ("SingleSignOnTurnedOn", Issuer)],
            (await RecordAsync()).Select(entry => (entry.Action, entry.After!)));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("issuer")]
    [InlineData("client id")]
    public async Task Turning_it_on_is_refused_while_something_is_missing(string missing)
    {
        await ConnectAsync(row =>
        {
            row.IsOn = false;
            row.Name = missing == "name" ? null : row.Name;
            row.Issuer = missing == "issuer" ? null : row.Issuer;
            row.ClientId = missing == "client id" ? null : row.ClientId;
        });

        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(await node.SignInAsync(ada))).Refused);
    }

    [Fact]
    public async Task Turning_it_on_with_nothing_set_up_is_refused() =>
        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(await node.SignInAsync(ada))).Refused);

    [Theory]
    [InlineData(null, true, SingleSignOnFault.NoEmail)]
    [InlineData("", true, SingleSignOnFault.NoEmail)]
    [InlineData("ada@example.com", false, SingleSignOnFault.EmailNotVerified)]
    [InlineData("ada@example.com", null, SingleSignOnFault.EmailNotVerified)]
    public async Task A_test_that_brings_no_address_to_believe_does_not_count(string? email, bool? isVerified, SingleSignOnFault fault)
    {
        await ConnectAsync(row => (row.IsOn, row.WorkedAt) = (false, null));
        var actor = await node.SignInAsync(ada);

        Assert.True((await settings.NoteTestAsync(actor, Answer(Identity(email, isVerified)))).IsDone);

        var stored = await StoredAsync();
        Assert.Equal((fault, null, ada.Id, "subject-ada"), (stored.TestFault, stored.WorkedAt, stored.TestedById, stored.TestSubject));
        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(actor)).Refused);
        Assert.Equal(fault.ToString(), (await RecordAsync()).Single().After);
    }

    [Fact]
    public async Task An_address_without_the_mark_counts_in_a_test_where_the_account_says_so()
    {
        await ConnectAsync(row => (row.IsOn, row.WorkedAt, row.TrustsUnmarkedEmail) = (false, null, true));
        var actor = await node.SignInAsync(ada);

        await settings.NoteTestAsync(actor, Answer(Identity(isVerified: null)));

        Assert.True((await settings.TurnOnAsync(actor)).IsDone);
    }

    [Theory]
    [InlineData(SingleSignOnFault.WrongClient)]
    [InlineData(SingleSignOnFault.Unreachable)]
    [InlineData(SingleSignOnFault.Denied)]
    public async Task A_test_with_a_fault_does_not_count_and_says_what_it_was(SingleSignOnFault fault)
    {
        await ConnectAsync(row => (row.IsOn, row.WorkedAt) = (false, null));
        var actor = await node.SignInAsync(ada);

        await settings.NoteTestAsync(actor, new(Errand(), null, new(fault, "detail")));

        var stored = await StoredAsync();
        Assert.Equal((fault, "detail", null, null), (stored.TestFault, stored.TestDetail, stored.WorkedAt, stored.Fault));
        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(actor)).Refused);
    }

    [Fact]
    public async Task A_test_under_settings_that_have_changed_since_says_nothing()
    {
        await ConnectAsync(row => (row.IsOn, row.WorkedAt) = (false, null));
        var actor = await node.SignInAsync(ada);
        var answer = Answer(Identity());
        await SetAsync(actor, "client id", "another-client");

        Assert.Equal(Refusal.ChangedMeanwhile, (await settings.NoteTestAsync(actor, answer)).Refused);

        Assert.True(await StoredAsync() is { WorkedAt: null, TestedAt: null });
    }

    [Fact]
    public async Task A_test_that_fails_while_it_is_off_takes_back_that_it_worked()
    {
        await ConnectAsync(row => row.IsOn = false);
        var actor = await node.SignInAsync(ada);

        await settings.NoteTestAsync(actor, new(Errand(), null, new(SingleSignOnFault.WrongClient)));

        Assert.Null((await StoredAsync()).WorkedAt);
        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(actor)).Refused);
    }

    [Fact]
    public async Task A_test_tells_that_nothing_could_be_proven_at_the_provider()
    {
        await ConnectAsync();

        await settings.NoteTestAsync(await node.SignInAsync(ada), Answer(Identity() with { AuthenticatedAt = null }));

        Assert.True(await StoredAsync() is { Works: true, TestLacksAuthTime: true });
    }

    [Fact]
    public async Task Turned_off_while_it_did_not_work_it_has_to_be_tested_before_it_is_on_again()
    {
        await ConnectAsync(row => row.NoteFault(SingleSignOnFault.WrongClient, null, node.Clock.GetUtcNow()));
        var actor = await node.SignInAsync(ada);

        Assert.True((await settings.TurnOffAsync(actor)).IsDone);

        Assert.Equal(Refusal.SingleSignOnNotTested, (await settings.TurnOnAsync(actor)).Refused);
    }

    [Fact]
    public async Task Active_administrators_are_told_by_mail_that_it_was_turned_on_changed_and_turned_off()
    {
        await node.AddOperatorAsync(account, "Henk", OperatorRole.Administrator, state: OperatorState.Deactivated);
        await ConnectAsync(row => row.IsOn = false);
        var actor = await node.SignInAsync(ada);

        // Not while it is off.
        await SetAsync(actor, "name", "another-name");
        Assert.Empty(await MailsAsync());

        Assert.True((await settings.TurnOnAsync(actor)).IsDone);
        await SetAsync(actor, "secret", Canary);
        Assert.True((await settings.TurnOffAsync(actor)).IsDone);

        var told = (await MailsAsync()).Select(mail => (mail.ToName, Notice: (SecurityNotice)JsonSerializer.Deserialize<Letter>(mail.Letter)!)).ToList();
        Assert.Equal(
            [
                ("Ada", NoticeKind.SingleSignOnChanged, null), ("Ada", NoticeKind.SingleSignOnTurnedOff, null), ("Ada", NoticeKind.SingleSignOnTurnedOn, null),
                ("Gijs", NoticeKind.SingleSignOnChanged, "Ada"), ("Gijs", NoticeKind.SingleSignOnTurnedOff, "Ada"), ("Gijs", NoticeKind.SingleSignOnTurnedOn, "Ada"),
            ],
            told.Select(mail => (mail.ToName, mail.Notice.What, mail.Notice.By)).OrderBy(mail => mail.ToName).ThenBy(mail => mail.What.ToString(), StringComparer.Ordinal));
        Assert.All(told.Where(mail => mail.Notice.What == NoticeKind.SingleSignOnTurnedOn), mail => Assert.Equal(Issuer, mail.Notice.After));
    }

    [Fact]
    public async Task Turning_it_off_lets_new_operators_begin_with_a_password_and_leaves_everybody_and_every_session_as_they_are()
    {
        await ConnectAsync();
        var eva = await node.AddOperatorAsync(account, "Eva", login: LoginOptions.SingleSignOn);
        await BindAsync(eva);
        await node.SignInAsync(eva, SignInMethod.SingleSignOn);
        var actor = await node.SignInAsync(ada);
        await node.Get<AccountDetails>().SetDefaultLoginOptionsAsync(actor, LoginOptions.SingleSignOn);

        Assert.True((await settings.TurnOffAsync(actor)).IsDone);

        Assert.Equal(LoginOptions.Password, await node.ReadAsync(account.Id, db => db.Accounts.Select(row => row.DefaultLoginOptions).SingleAsync()));
        Assert.True(await StoredAsync() is { IsOn: false, WorkedAt: not null, Fault: null, FaultSince: null });
        var stored = await node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == eva.Id));
        Assert.Equal((LoginOptions.SingleSignOn, "subject-Eva"), (stored.LoginOptions, stored.SsoSubject));
        Assert.Equal(1, await node.ReadAsync(account.Id, db => node.Get<Sessions>().CountAsync(db, eva.Id)));
        Assert.Equal(Refusal.AlreadySo, (await settings.TurnOffAsync(actor)).Refused);
    }

    [Theory]
    [InlineData(LoginOptions.SingleSignOn)]
    [InlineData(LoginOptions.Both)]
    public async Task The_default_login_options_name_single_sign_on_only_while_it_is_on_and_ask_for_proof(LoginOptions options)
    {
        var details = node.Get<AccountDetails>();
        var actor = await node.SignInAsync(ada);
        Assert.Equal(Refusal.SingleSignOnIsOff, (await details.SetDefaultLoginOptionsAsync(actor, options)).Refused);
        Assert.Equal(Refusal.Invalid, (await details.SetDefaultLoginOptionsAsync(actor, (LoginOptions)4)).Refused);
        await ConnectAsync();
        node.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(Refusal.ProofNeeded, (await details.SetDefaultLoginOptionsAsync(actor, options)).Refused);
        await node.Get<RecentProof>().AnswerAsync(actor, PortalServices.Password);

        Assert.True((await details.SetDefaultLoginOptionsAsync(actor, options)).IsDone);

        Assert.Equal(("DefaultLoginOptionsChanged", "Password", options.ToString()), (await RecordAsync()).Where(entry => entry.Action != "ProofGiven").Select(entry => (entry.Action, entry.Before!, entry.After!)).Single());
    }

    [Theory]
    [InlineData("issuer", "SingleSignOnChanged")]
    [InlineData("client id", "SingleSignOnChanged")]
    [InlineData("secret", "SingleSignOnChanged")]
    [InlineData("no secret", "SingleSignOnChanged")]
    [InlineData("scopes", "SingleSignOnChanged")]
    [InlineData("off", "SingleSignOnTurnedOff")]
    public async Task What_would_take_the_last_way_in_is_refused_and_written_down(string change, string action)
    {
        await ConnectAsync();
        var actor = await AdaBySingleSignOnAloneAsync();
        await DeactivateGijsAsync();
        var before = await StoredTextAsync();

        Assert.Equal(Refusal.NoWayIn, await Changes[change](settings, actor));

        Assert.Equal(before, await StoredTextAsync());
        Assert.Empty(await MailsAsync());
        Assert.Equal((action, "Ada", "NoWayIn"), (await RecordAsync()).Select(entry => (entry.Action, entry.ActorName, entry.Refused!)).Single());
    }

    [Theory]
    [InlineData("name")]
    [InlineData("trust")]
    public async Task What_takes_no_way_in_is_allowed_with_the_last_one(string change)
    {
        await ConnectAsync();
        var actor = await AdaBySingleSignOnAloneAsync();
        await DeactivateGijsAsync();

        Assert.Null(await Changes[change](settings, actor));
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("secret")]
    [InlineData("off")]
    public async Task Another_administrator_who_has_a_password_is_way_in_enough(string change)
    {
        await ConnectAsync();

        Assert.Null(await Changes[change](settings, await AdaBySingleSignOnAloneAsync()));
    }

    [Fact]
    public async Task Another_administrator_who_has_to_set_up_first_is_a_way_in_only_while_mail_is_delivered()
    {
        await ConnectAsync();
        var actor = await AdaBySingleSignOnAloneAsync();
        await node.ChangeAsync(gijs, who => who.PolicyOverride = TwoFactorPolicy.Required);
        Assert.Equal(Refusal.NoWayIn, (await settings.TurnOffAsync(actor)).Refused);

        await node.Get<DeliveryRecord>().NoteAsync(true, null);

        Assert.True((await settings.TurnOffAsync(actor)).IsDone);
    }

    [Theory]
    [InlineData(OperatorState.Active, OperatorRole.Basic)]
    [InlineData(OperatorState.Deactivated, OperatorRole.Administrator)]
    [InlineData(OperatorState.Invited, OperatorRole.Administrator)]
    public async Task Whoever_is_no_active_administrator_is_no_way_in(OperatorState state, OperatorRole role)
    {
        await ConnectAsync();
        var actor = await AdaBySingleSignOnAloneAsync();
        await node.ChangeAsync(gijs, who => (who.State, who.Role) = (state, role));

        Assert.Equal(Refusal.NoWayIn, (await settings.TurnOffAsync(actor)).Refused);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("client id")]
    [InlineData("secret")]
    [InlineData("scopes")]
    public async Task Where_it_did_not_work_before_nothing_is_taken_so_that_it_can_be_mended(string change)
    {
        await ConnectAsync(row => row.NoteFault(SingleSignOnFault.WrongClient, null, node.Clock.GetUtcNow()));
        var actor = await AdaBySingleSignOnAloneAsync();
        await DeactivateGijsAsync();

        Assert.Null(await Changes[change](settings, actor));
    }

    [Fact]
    public async Task While_it_does_not_work_nobody_closes_it_for_good_to_those_who_have_nothing_else()
    {
        await ConnectAsync(row => row.NoteFault(SingleSignOnFault.Unreachable, null, node.Clock.GetUtcNow()));
        var actor = await AdaBySingleSignOnAloneAsync();
        await DeactivateGijsAsync();

        Assert.Equal(Refusal.NoWayIn, (await settings.TurnOffAsync(actor)).Refused);
        Assert.Equal(Refusal.NoWayIn, (await node.Get<OperatorDetails>().SetRoleAsync(actor, ada.Id, OperatorRole.Basic)).Refused);
    }

    [Fact]
    public async Task Whoever_was_bound_under_another_client_counts_as_bound_elsewhere()
    {
        await ConnectAsync();
        var actor = await node.SignInAsync(ada);
        var eva = await node.AddOperatorAsync(account, "Eva", login: LoginOptions.SingleSignOn);
        await BindAsync(eva);

        Assert.Null(await SetAsync(actor, "client id", "another-client"));

        Assert.Equal(1, (await node.Get<Snapshooter>().AccountAsync(account.Id))!.SingleSignOn!.BoundElsewhere);
        Assert.Equal(1, (await settings.ReleaseAsync(actor)).Value);
    }

    [Fact]
    public async Task Releasing_frees_those_who_are_bound_elsewhere_and_nobody_else()
    {
        await ConnectAsync();
        var actor = await AdaBySingleSignOnAloneAsync();
        await DeactivateGijsAsync();
        var eva = await node.AddOperatorAsync(account, "Eva", login: LoginOptions.SingleSignOn);
        await BindAsync(eva, "https://former.example.com/");

        Assert.Equal(1, (await settings.ReleaseAsync(actor)).Value);

        Assert.Equal(["subject-Ada"], await node.ReadAsync(account.Id, db => db.Operators.Where(person => person.SsoSubject != null).Select(person => person.SsoSubject!).ToListAsync()));
        Assert.Equal(
            ("IdentityReleased", "Eva", "subject-Eva at https://former.example.com/"),
            (await RecordAsync()).Select(entry => (entry.Action, entry.SubjectName!, entry.Before!)).Single());
        Assert.Equal(0, (await settings.ReleaseAsync(actor)).Value);
    }

    [Fact]
    public async Task Releasing_does_not_reach_into_another_account()
    {
        await ConnectAsync();
        var elsewhere = await node.AddAccountAsync(name: "Elsewhere");
        var sven = await node.AddOperatorAsync(elsewhere, "Sven", login: LoginOptions.SingleSignOn);
        await BindAsync(sven, "https://former.example.com/");

        Assert.Equal(0, (await settings.ReleaseAsync(await node.SignInAsync(ada))).Value);

        Assert.Equal("subject-Sven", await node.ReadAsync(elsewhere.Id, db => db.Operators.Select(person => person.SsoSubject).SingleAsync()));
    }

    private static bool Holds(object value, string secret) => value switch
    {
        string text => text.Contains(secret, StringComparison.Ordinal),
        byte[] bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0,
        _ => false,
    };

    private static ProviderIdentity IdentityAt(DateTimeOffset now, string? email, bool? isVerified) => new(Issuer, "subject-ada", email, isVerified, now, now);

    private ProviderIdentity Identity(string? email = "ada@example.com", bool? isVerified = true) => IdentityAt(node.Clock.GetUtcNow(), email, isVerified);

    private ProviderErrand Errand() => new(ProviderPurpose.Test, Generation: 7, node.Clock.GetUtcNow());

    private ProviderAnswer Answer(ProviderIdentity identity) => new(Errand(), identity, null);

    private async Task<Refusal?> SetAsync(Actor actor, string field, string? input) => (field switch
    {
        "name" => await settings.SetNameAsync(actor, input),
        "issuer" => await settings.SetIssuerAsync(actor, input),
        "client id" => await settings.SetClientIdAsync(actor, input),
        "secret" => await settings.SetSecretAsync(actor, input),
        _ => await settings.SetScopesAsync(actor, input),
    }).Refused;

    // As it is once it was tested and turned on.
    private Task<int> ConnectAsync(Action<SingleSignOn>? change = null) => node.Contexts.WriteAsync(account.Id, db =>
    {
        var row = new SingleSignOn
        {
            AccountId = account.Id,
            Name = "example-company",
            Issuer = Issuer,
            ClientId = "portal",
            ProtectedSecret = node.Get<ProviderSecrets>().Protect(account.Id, "the-first-secret"),
            IsOn = true,
            Generation = 7,
            WorkedAt = node.Clock.GetUtcNow(),
        };
        change?.Invoke(row);
        db.SingleSignOns.Add(row);
        db.Announce(account.Id, null);
        return Task.FromResult(0);
    });

    private Task BindAsync(Operator who, string issuer = Issuer) =>
        node.ChangeAsync(who, person => person.Bind(issuer, "portal", $"subject-{person.Name}", node.Clock.GetUtcNow()));

    private async Task<Actor> AdaBySingleSignOnAloneAsync()
    {
        await BindAsync(ada);
        await node.ChangeAsync(ada, who => (who.LoginOptions, who.PasswordHash) = (LoginOptions.SingleSignOn, null));
        return await node.SignInAsync(ada, SignInMethod.SingleSignOn);
    }

    private Task DeactivateGijsAsync() => node.ChangeAsync(gijs, who => who.State = OperatorState.Deactivated);

    private Task<SingleSignOn> StoredAsync() => node.ReadAsync(account.Id, db => db.SingleSignOns.AsNoTracking().SingleAsync());

    private async Task<string> StoredTextAsync() => JsonSerializer.Serialize(await StoredAsync());

    private Task<List<AuditEntry>> RecordAsync() => node.ReadAsync(account.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());

    private Task<List<MailMessage>> MailsAsync() => node.ReadAsync(account.Id, db => db.Mails.OrderBy(mail => mail.QueuedAt).ToListAsync());
}
