using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Security;

/// <summary>What is long over goes, and nothing that could still change an answer.</summary>
[OnEachDatabase]
public sealed class RetentionTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator anna = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        anna = await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Wrong_codes_count_for_their_year_and_are_forgotten_with_what_they_were_tried_in()
    {
        await node.SignInAsync(anna);
        await AddAsync();
        await node.Contexts.WriteAsync(account.Id, async db =>
        {
            (await db.PendingSignIns.SingleAsync()).CodeTries = CodeBudget.ForOneYear - 5;
            (await db.Sessions.SingleAsync()).CodeProofTries = 5;
            return 0;
        });

        await PassAsync(Retention.Kept);
        Assert.Equal(0, await node.Create<Retention>().DeleteAsync(Cancellation));
        Assert.True(await node.ReadAsync(account.Id, db => CodeBudget.UsedUpAsync(db, anna, node.Clock.GetUtcNow())));

        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(5, await node.Create<Retention>().DeleteAsync(Cancellation));
        Assert.False(await node.ReadAsync(account.Id, db => CodeBudget.UsedUpAsync(db, anna, node.Clock.GetUtcNow())));
        Assert.Equal((0, 0, 0, 0, 0), await CountsAsync());
        Assert.True(await node.ReadAsync(account.Id, db => db.Operators.AnyAsync(who => who.Id == anna.Id)));
    }

    [Fact]
    public async Task An_invitation_stays_as_long_as_somebody_waits_for_it()
    {
        var invited = await node.AddOperatorAsync(account, "Bram", state: OperatorState.Invited);
        await AddLinkAsync(invited, LinkPurpose.Invitation);
        await AddLinkAsync(invited, LinkPurpose.Invitation);
        await PassAsync(2 * Retention.Kept);
        Assert.Equal(0, await node.Create<Retention>().DeleteAsync(Cancellation));

        await node.ChangeAsync(invited, who => who.State = OperatorState.Active);
        Assert.Equal(2, await node.Create<Retention>().DeleteAsync(Cancellation));
    }

    [Fact]
    public async Task By_a_clock_that_is_far_ahead_of_all_that_ever_happened_nothing_is_deleted()
    {
        await AddAsync();
        await RecordAsync();
        node.Clock.Advance(2 * Retention.Kept);

        Assert.Equal(0, await node.Create<Retention>().DeleteAsync(Cancellation));
        await RecordAsync();
        Assert.Equal(4, await node.Create<Retention>().DeleteAsync(Cancellation));
    }

    [Fact]
    public async Task More_than_go_at_once_go_and_what_others_began_meanwhile_stays()
    {
        for (var part = 0; part < 3; part++)
        {
            await node.Contexts.WriteAsync(account.Id, db =>
            {
                for (var number = 0; number < (Retention.AtOnce / 2) - part; number++)
                {
                    node.Get<SignInTickets>().Add(db, anna, Guid.CreateVersion7());
                }

                return Task.FromResult(0);
            });
        }

        await PassAsync(2 * Retention.Kept);
        await AddAsync();
        await node.SignInAsync(anna);

        Assert.Equal((3 * Retention.AtOnce / 2) - 3, await node.Create<Retention>().DeleteAsync(Cancellation));
        Assert.Equal((1, 1, 1, 1, 1), await CountsAsync());
    }

    [Fact]
    public async Task The_worker_looks_each_day_by_itself()
    {
        await AddAsync();
        var worker = node.Create<Retention>();
        await worker.StartAsync(Cancellation);
        await PassAsync(Retention.Kept);
        Assert.NotEqual(default, await CountsAsync());

        Assert.NotNull(await Patience.UntilAsync(async () =>
        {
            await PassAsync(TimeSpan.FromDays(1));
            return await CountsAsync() == default ? "" : null;
        }));

        await worker.StopAsync(Cancellation);
    }

    // With somebody who does something at the end of it.
    private Task<int> PassAsync(TimeSpan time)
    {
        node.Clock.Advance(time);
        return RecordAsync();
    }

    private Task<int> RecordAsync() => node.Contexts.WriteAsync(account.Id, db =>
    {
        AuditLog.RecordCommand(db, account.Id, AuditAction.AccountRenamed, node.Clock.GetUtcNow());
        return Task.FromResult(0);
    });

    // One of each but a session.
    private async Task AddAsync()
    {
        await AddLinkAsync(anna, LinkPurpose.SetUp);
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            var now = node.Clock.GetUtcNow();
            node.Get<PendingSignIns>().Add(db, anna, returnUrl: null);
            node.Get<SignInTickets>().Add(db, anna, Guid.CreateVersion7());
            db.HelpRequests.Add(new() { AccountId = account.Id, OperatorId = anna.Id, Phrase = "two words", CreatedAt = now, ExpiresAt = now.AddHours(1), Address = "192.0.2.1", UserAgent = "Tests" });
            return Task.FromResult(0);
        });
    }

    private Task<int> AddLinkAsync(Operator whom, LinkPurpose purpose) => node.Contexts.WriteAsync(account.Id, async db =>
    {
        var link = await node.Get<OneTimeLinks>().AddAsync(db, await db.Operators.SingleAsync(who => who.Id == whom.Id), purpose, TimeSpan.FromMinutes(30));
        node.Get<OneTimeLinks>().HandOver(link);
        return 0;
    });

    private Task<(int Links, int Tickets, int Pending, int Sessions, int Requests)> CountsAsync() => node.ReadAsync(account.Id, async db =>
        (await db.Links.CountAsync(), await db.SignInTickets.CountAsync(), await db.PendingSignIns.CountAsync(), await db.Sessions.CountAsync(), await db.HelpRequests.CountAsync()));
}
