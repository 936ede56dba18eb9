using Bunit;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>Where somebody is signed in, seen and ended.</summary>
public sealed class OpenSessionsTests : ExampleCompany
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

    private OpenSessions Sessions => Node.Get<OpenSessions>();

    [Fact]
    public async Task Ones_own_page_lists_browsers_as_they_come_and_go()
    {
        await using var tab = await OpenAsync(Anna);
        var page = Show(tab, (Guid?)null);
        page.WaitForAssertion(() => Assert.Equal(["Unknown browser · This browser · 192.0.2.10 · since today, 10:15"], Rows(page)));
        Assert.False(HasButton(page, "Sign out everywhere else"));

        Node.Clock.Advance(TimeSpan.FromMinutes(5));
        var phone = await OpenAtAsync(Anna, Phone, "198.51.100.7");
        page.WaitForAssertion(() => Assert.Equal(
            ["Safari on iPhone · 198.51.100.7 · since today, 10:20 · last seen today, 10:20", "Unknown browser · This browser · 192.0.2.10 · since today, 10:15"],
            Rows(page)));
        Assert.True(HasButton(page, "Sign out everywhere else"));

        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            db.Announce(Account.Id, Anna.Id);
            return await Node.Get<Sessions>().EndAsync(db, phone.SessionId, SessionEnd.SignedOut);
        });
        page.WaitForAssertion(() => Assert.Single(Rows(page)));
    }

    [Fact]
    public async Task Sign_out_ends_that_session_and_its_page_says_by_whom()
    {
        await using var there = await Tab.OpenAsync(Node, await OpenAtAsync(Anna, Firefox, "198.51.100.7"));
        await OpenAtAsync(Anna, Phone, "198.51.100.8");
        await using var tab = await OpenAsync(Anna);
        var page = Show(tab, (Guid?)null);

        await Button(page, "Sign out: Firefox on Windows").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Count));
        AssertClosed(there, SessionEnd.EndedElsewhere);
        Assert.False(tab.State.IsClosed);
        var entry = Assert.Single(await RecordAsync());
        Assert.Equal(("SessionEnded", "Anna", "Anna", "198.51.100.7"), (entry.Action, entry.ActorName, entry.SubjectName, entry.Before));
    }

    [Fact]
    public async Task Sign_out_everywhere_else_leaves_this_browser()
    {
        await using var there = await Tab.OpenAsync(Node, await OpenAtAsync(Anna, Firefox, "198.51.100.7"));
        await OpenAtAsync(Anna, Phone, "198.51.100.8");
        await using var tab = await OpenAsync(Anna);
        var page = Show(tab, (Guid?)null);

        await Button(page, "Sign out everywhere else").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Unknown browser · This browser", string.Join(" · ", Assert.Single(Rows(page)).Split(" · ")[..2])));
        AssertClosed(there, SessionEnd.EndedElsewhere);
        var entry = Assert.Single(await RecordAsync());
        Assert.Equal(("SessionsEnded", "2"), (entry.Action, entry.Before));
    }

    [Fact]
    public async Task An_administrator_ends_one_session_of_an_operator_or_all()
    {
        await using var there = await Tab.OpenAsync(Node, await OpenAtAsync(Anna, Firefox, "198.51.100.7"));
        await OpenAtAsync(Anna, Phone, "198.51.100.8");
        await OpenAtAsync(Anna, Phone, "198.51.100.9");
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        Assert.Equal("Where Anna is signed in", page.Find("#sessions").TextContent);

        await Button(page, "Sign out: Firefox on Windows").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Count));
        AssertClosed(there, SessionEnd.EndedByAdministrator);

        await Button(page, "Sign out everywhere").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Anna is not signed in anywhere.", TextOf(page), StringComparison.Ordinal));
        Assert.Equal(["SessionEnded", "SessionsEnded"], (await RecordAsync()).Select(entry => entry.Action).Order());
        Assert.False(tab.State.IsClosed);
    }

    [Fact]
    public async Task No_proof_is_asked_since_ending_strengthens()
    {
        var actor = await Node.SignInAsync(Anna);
        var other = await Node.SignInAsync(Anna);
        Node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        Assert.True((await Sessions.EndAsync(actor, Anna.Id, other.SessionId)).IsDone);
    }

    [Fact]
    public async Task What_belongs_to_somebody_else_looks_like_what_does_not_exist()
    {
        var annas = await Node.SignInAsync(Anna);
        var carlas = await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode);
        var adas = await Node.SignInAsync(Ada);
        var other = await Node.AddAccountAsync(name: "Other");
        var zoe = await Node.AddOperatorAsync(other, "Zoe", OperatorRole.Administrator);
        var zoes = await Node.SignInAsync(zoe);

        foreach (var session in new[] { carlas.SessionId, zoes.SessionId, Guid.NewGuid() })
        {
            Assert.Equal(Refusal.NotFound, (await Sessions.EndAsync(annas, Anna.Id, session)).Refused);
            Assert.Equal(Refusal.NotFound, (await Sessions.EndAsync(adas, Anna.Id, session)).Refused);
        }

        Assert.Equal(Refusal.NotAllowed, (await Sessions.EndAsync(annas, Carla.Id, carlas.SessionId)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Sessions.EndOthersAsync(annas, Carla.Id)).Refused);
        Assert.Equal(Refusal.NotFound, (await Sessions.EndAsync(adas, zoe.Id, zoes.SessionId)).Refused);
        Assert.Equal(Refusal.NotFound, (await Sessions.EndOthersAsync(adas, zoe.Id)).Refused);
        Assert.Equal(Refusal.Invalid, (await Sessions.EndAsync(annas, Anna.Id, annas.SessionId)).Refused);
        Assert.Empty(await Sessions.ListAsync(annas, Carla.Id));
        Assert.Empty(await Sessions.ListAsync(adas, zoe.Id));
        Assert.Single(await Sessions.ListAsync(adas, Carla.Id));
        Assert.NotNull(await Node.Get<Sessions>().TimesAsync(carlas));
        Assert.NotNull(await Node.Get<Sessions>().TimesAsync(zoes));
    }

    [Fact]
    public async Task Whoever_is_signed_out_lists_and_ends_nothing()
    {
        var actor = await Node.SignInAsync(Anna);
        var other = await Node.SignInAsync(Anna);
        Assert.True((await Sessions.EndAsync(other, Anna.Id, actor.SessionId)).IsDone);

        Assert.Empty(await Sessions.ListAsync(actor, Anna.Id));
        Assert.Equal(Refusal.SignedOut, (await Sessions.EndAsync(actor, Anna.Id, other.SessionId)).Refused);
    }

    private Task<Actor> OpenAtAsync(Operator who, string userAgent, string address) => Node.Contexts.WriteAsync(who.AccountId, db =>
    {
        var (session, _) = Node.Get<Sessions>().Open(db, who, SignInMethod.Password, new(address, address, userAgent));
        return Task.FromResult(new Actor(who.Id, who.AccountId, session.Id, address, userAgent));
    });

    private static void AssertClosed(Tab tab, SessionEnd why)
    {
        var page = tab.Render<OperatorPage>();
        page.WaitForState(() => tab.State.IsClosed);
        Assert.Equal(why, tab.State.ClosedBecause);

    }

    private static List<string> Rows(IRenderedComponent<OperatorPage> page) =>
        [.. page.FindAll(".sessions li > span:first-child").Select(row => row.TextContent.Normal())];
}
