using Portal.Audit;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Security;

/// <summary>What was refused stands in the record, and nobody fills the record with it.</summary>
[OnEachDatabase]
public sealed class RefusalsTests : ExampleCompany
{
    [Fact]
    public async Task What_an_address_alone_asks_for_is_written_down_once_in_ten_minutes_for_each_operator_and_file()
    {
        var (anna, carla) = (await Node.SignInAsync(Anna), await Node.SignInAsync(Carla));
        await AskAsync(anna, AuditAction.OperatorsExported);
        Node.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        await AskAsync(anna, AuditAction.OperatorsExported);
        await AskAsync(anna, AuditAction.AuditExported);
        await AskAsync(carla, AuditAction.OperatorsExported);
        Assert.Equal(["Anna OperatorsExported", "Anna AuditExported", "Carla OperatorsExported"], await WrittenAsync());

        Node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await AskAsync(anna, AuditAction.OperatorsExported);

        Assert.Equal(["Anna OperatorsExported", "Anna AuditExported", "Carla OperatorsExported", "Anna OperatorsExported"], await WrittenAsync());
    }

    [Fact]
    public async Task What_takes_a_gesture_is_written_down_each_time()
    {
        var anna = await Node.SignInAsync(Anna);

        await AskAsync(anna, AuditAction.BulkStarted);
        await AskAsync(anna, AuditAction.BulkStarted);

        Assert.Equal(["Anna BulkStarted", "Anna BulkStarted"], await WrittenAsync());
    }

    private async Task AskAsync(Actor actor, AuditAction action)
    {
        var outcome = await Node.Get<Gestures>().PerformAsync<int>(actor, action, Grant.Administrators, null, _ => Task.FromResult<Outcome<int>>(0));
        Assert.Equal(Refusal.NotAllowed, outcome.Refused);
    }

    private async Task<IEnumerable<string>> WrittenAsync() => (await RecordAsync()).Select(entry => $"{entry.ActorName} {entry.Action}");
}
