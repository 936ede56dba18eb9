using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>A bulk job whose process is killed in the middle: each operator is done or untouched, and it goes on where it stood.</summary>
public sealed class BulkKilledTests(PublishedPortal portal) : IClassFixture<PublishedPortal>
{
    private const int Many = 240;

    [Fact]
    public async Task Killed_in_the_middle_each_is_done_or_untouched_and_two_processes_finish_it_together()
    {
        // A node without a worker starts it.
        await using var node = await PortalServices.CreateAsync();
        var account = await node.AddAccountAsync();
        var ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            db.Operators.AddRange(Enumerable.Range(0, Many).Select(number =>
                NewOperators.Create(account.Id, $"Person {number}", $"{number}@example.com", OperatorRole.Basic, node.Clock.GetUtcNow())));
            return Task.FromResult(0);
        });
        var started = await node.Get<BulkJobs>().StartAsync(
            await node.SignInAsync(ada), new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required, Filter = new() { Role = OperatorRole.Basic } });
        Assert.True(started.IsDone);
        Task<int> LeftAsync() => node.ReadAsync(account.Id, db => db.BulkItems.CountAsync(item => item.State == BulkItemState.Waiting));

        // The end of the process is a SIGKILL: nothing of it gets a chance to tidy up.
        await using (await ServeAsync())
        {
            Assert.NotNull(await Patience.UntilAsync(async () => await LeftAsync() < Many - 20 ? "begun" : null));
        }

        Assert.InRange(await LeftAsync(), 1, Many - 20);
        await AssertEachIsDoneOrUntouchedAsync();

        await using var one = await ServeAsync();
        await using var another = await ServeAsync();
        while (await LeftAsync() is > 0 and var left)
        {
            Assert.NotNull(await Patience.UntilAsync(async () => await LeftAsync() < left ? "further" : null));
        }

        Assert.NotNull(await Patience.UntilAsync(() => node.ReadAsync(account.Id, async db =>
            await db.BulkJobs.AnyAsync(job => job.FinishedAt != null) ? "finished" : null)));

        await AssertEachIsDoneOrUntouchedAsync();
        Assert.Equal(1, await node.ReadAsync(account.Id, db => db.AuditEntries.CountAsync(entry => entry.Action == "BulkFinished")));

        async Task AssertEachIsDoneOrUntouchedAsync()
        {
            var items = await node.ReadAsync(account.Id, db => db.BulkItems.AsNoTracking().ToListAsync());
            var done = items.Where(item => item.State == BulkItemState.Done).Select(item => item.OperatorId).Order().ToList();
            Assert.All(items, item => Assert.True(item.State is BulkItemState.Done or BulkItemState.Waiting, $"{item.Name}: {item.State} {item.Refused}"));
            Assert.Equal(done, await node.ReadAsync(account.Id, async db =>
                (await db.Operators.Where(person => person.PolicyOverride == TwoFactorPolicy.Required).Select(person => person.Id).ToListAsync()).Order().ToList()));
            Assert.Equal(done, await node.ReadAsync(account.Id, async db =>
                (await db.AuditEntries.Where(entry => entry.Action == "OverrideChanged").Select(entry => entry.SubjectId!.Value).ToListAsync()).Order().ToList()));
            Assert.Equal(done, await node.ReadAsync(account.Id, async db => (await db.Mails.Select(mail => mail.OperatorId).ToListAsync()).Order().ToList()));
        }

        Task<RunningPortal> ServeAsync() => portal.ServeAsync(new Dictionary<string, string>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Portal__PublicUrl"] = "https://portal.example.com",
            ["Portal__DataDirectory"] = node.Directory,
        });
    }
}
