using FsCheck.Xunit;
using Portal.Domain;

namespace Portal.Tests.Domain;

public class EnrollmentSessionTests
{
    /// <summary>Everything that a person, or somebody who speaks the circuit's protocol, can ask for.</summary>
    public enum Move
    {
        EnterByHand,
        ShowQrCode,
        Next,
        Back,
        Finish,
    }

    [Property(MaxTest = 1000)]
    public void No_sequence_of_moves_leaves_the_wizard(Move[] moves)
    {
        var session = EnrollmentSession.Start;
        foreach (var move in moves)
        {
            var next = After(session, move);

            Assert.True(Enum.IsDefined(next.Step));
            Assert.True(next.Face is EnrollmentStep.Scan or EnrollmentStep.Manual);
            Assert.True(next.Step is EnrollmentStep.Code or EnrollmentStep.Finished || next.Face == next.Step, "A face is the one that is shown.");
            Assert.True(next.Step != EnrollmentStep.Finished || session.Step is EnrollmentStep.Code or EnrollmentStep.Finished, "Finish is reached from the code alone.");
            Assert.True(session.Step != EnrollmentStep.Finished || next == session, "From the end there is no way back.");
            session = next;
        }
    }

    [Property]
    public void Back_undoes_Next(Move[] moves)
    {
        var session = moves.Aggregate(EnrollmentSession.Start, After);

        if (session.Step is EnrollmentStep.Scan or EnrollmentStep.Manual)
        {
            Assert.Equal(session, session.Next().Back());
        }
    }

    [Fact]
    public void A_key_waits_for_thirty_minutes() => Assert.Equal(TimeSpan.FromMinutes(30), EnrollmentSession.Life);

    private static EnrollmentSession After(EnrollmentSession session, Move move) => move switch
    {
        Move.EnterByHand => session.EnterByHand(),
        Move.ShowQrCode => session.ShowQrCode(),
        Move.Next => session.Next(),
        Move.Back => session.Back(),
        Move.Finish => session.Finish(),
    };
}
