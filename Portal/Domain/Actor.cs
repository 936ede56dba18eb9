namespace Portal.Domain;

/// <summary>Who does something, and from where: captured when a request or a circuit starts, handed to every service.</summary>
/// <param name="OperatorId">The operator who acts. What the operator may do is read anew inside the acting transaction.</param>
/// <param name="AccountId">The account to which everything that the actor can see or touch belongs.</param>
/// <param name="SessionId">The session that carries the act.</param>
/// <param name="Address">The network address it comes from.</param>
/// <param name="UserAgent">The browser as it names itself.</param>
/// <param name="LinkId">The one-time link that carries the act of somebody who has no session yet; what it opens is set-up and nothing else.</param>
/// <param name="LinkStamp">The operator's security stamp when this browser gave, or chose, the password for the link: another one ends it here.</param>
/// <param name="Turn">The place in a bulk job that carries the act: the administrator who confirmed the job stands for it, signed in still or not.</param>
public sealed record Actor(
    Guid OperatorId, Guid AccountId, Guid SessionId, string Address, string UserAgent, Guid? LinkId = null, string? LinkStamp = null, BulkTurn? Turn = null);

/// <summary>One operator's turn in a bulk job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Position">The operator's place in it.</param>
public sealed record BulkTurn(Guid JobId, int Position);
