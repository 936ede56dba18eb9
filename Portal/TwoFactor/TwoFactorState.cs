using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;

namespace Portal.TwoFactor;

/// <summary>
/// What one circuit shows, kept up to date: the account, the operator who looks, and the operator who is looked at. Pages bind
/// to it and keep no setting of their own, so two tabs cannot disagree.
/// </summary>
/// <remarks>
/// One for each circuit, and one for the prerendering before it; what that read is handed over, so that nothing is read twice.
/// </remarks>
public sealed class TwoFactorState(
    Snapshooter snapshooter, AccountChanges feed, Sessions sessions, TwoFactorSettings settings, TimeProvider clock, ILogger<TwoFactorState> log)
    : IDisposable
{
    // What could not be read may have closed this page, so it is read again until it can.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    // Between two readings, for what can wait: however many sign in, a page reads once in this time.
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(1);

    private Actor? actor;
    private SessionStart? start;
    private AccountChanges.Subscription? subscription;
    private long loadedAt;
    private bool isDisposed;

    /// <summary>What the prerendering read. For the framework only; encrypted on its way through the browser.</summary>
    [PersistentState]
    public HandOver? Prerendered { get; set; }

    /// <summary>Who looks. Not before <see cref="LoadAsync"/>.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("The state has not been loaded.");

    public bool IsLoaded => actor is not null && Account is not null && Me is not null;

    /// <summary>The account.</summary>
    public AccountSnapshot Account { get; private set; } = null!;

    /// <summary>The operator who looks.</summary>
    public OperatorSnapshot Me { get; private set; } = null!;

    /// <summary>The operator who is looked at, where a page shows one.</summary>
    public OperatorSnapshot? Shown { get; private set; }

    /// <summary>
    /// Whether the operator who looks came in with a recovery code and has set nothing up since: the phone may be gone.
    /// </summary>
    public bool PhoneMayBeGone => start is { Method: SignInMethod.PasswordAndRecoveryCode } && Me.SetUpAt is { } at && at <= start.At;

    /// <summary>Whether the session of this page is over: nothing may be shown any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Why it is; <see langword="null"/> when time ended it.</summary>
    public SessionEnd? ClosedBecause { get; private set; }

    /// <summary>Something shown has changed. Raised on the circuit, in the circuit's language.</summary>
    public event Action? Changed;

    /// <summary>The operators of the account changed, or one of them. Raised as <see cref="Changed"/> is.</summary>
    public event Func<Task>? OperatorsChanged;

    public bool IsAdministrator => Me.Role == OperatorRole.Administrator;

    /// <summary>Reads the account and the operator who looks.</summary>
    public async Task LoadAsync(Actor who)
    {
        loadedAt = feed.CountOf(who.AccountId);
        if (Prerendered is { } handed && handed.Node == feed.Node && handed.Count == loadedAt && handed.Me.Id == who.OperatorId)
        {
            (Me, Shown, start) = (handed.Me, handed.Shown, handed.Start);
        }
        else
        {
            start = await sessions.StartOfAsync(who);
            Me = (await snapshooter.OperatorAsync(who.AccountId, who.OperatorId))!;
        }

        Account = (await snapshooter.AccountAsync(who.AccountId))!;
        actor = who;
        Prerendered = new(feed.Node, loadedAt, Me, Shown, start);
    }

    /// <summary>Reads the operator that a page shows: oneself, or anybody of the account for administrators. Else there is nobody.</summary>
    public async Task ShowAsync(Guid operatorId)
    {
        if (!IsAdministrator && operatorId != Me.Id)
        {
            Shown = null;
            return;
        }

        if (Shown?.Id != operatorId)
        {
            Shown = operatorId == Me.Id ? Me : await snapshooter.OperatorAsync(Actor.AccountId, operatorId);
            Prerendered = new(feed.Node, loadedAt, Me, Shown, start);
        }
    }

    /// <summary>Follows changes from now on until disposed.</summary>
    /// <param name="onCircuit">Runs work on the circuit.</param>
    public void Follow(Func<Func<Task>, Task> onCircuit)
    {
        subscription = feed.Subscribe(Actor.AccountId);
        var language = CircuitLanguage.AtHand;
        var missed = feed.CountOf(Actor.AccountId) != loadedAt;

        // Without this the notifier's context would come along: its language, and whatever else hangs on it.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => PumpAsync(onCircuit, language, missed));
        }
    }

    /// <summary>Looks whether the session is still alive; closes the page when it is not.</summary>
    public async Task<SessionTimes?> LookAtSessionAsync()
    {
        var times = await sessions.TimesAsync(Actor);
        if (times is null && !IsClosed)
        {
            (IsClosed, ClosedBecause) = (true, await sessions.EndOfAsync(Actor));
            Changed?.Invoke();
        }

        return times;
    }

    /// <summary>Sets the account default.</summary>
    public Task<Outcome<SavedSetting>> SetDefaultAsync(TwoFactorPolicy policy) =>
        ThenRefreshAsync(settings.SetDefaultAsync(Actor, policy, Account.DefaultChanged?.At));

    /// <summary>Puts the account default back.</summary>
    public Task<Outcome<SavedSetting>> UndoDefaultAsync(SavedSetting saved) => ThenRefreshAsync(settings.UndoDefaultAsync(Actor, saved));

    /// <summary>Sets or ends (<see langword="null"/>) the override of the operator who is looked at.</summary>
    public Task<Outcome<SavedSetting>> SetOverrideAsync(TwoFactorPolicy? policy) =>
        ThenRefreshAsync(settings.SetOverrideAsync(Actor, Shown!.Id, policy, Shown.OverrideChanged?.At));

    /// <summary>Sets when the override of the operator who is looked at ends, and why there is one.</summary>
    public Task<Outcome<SavedSetting>> SetOverrideTermsAsync(DateOnly? lastDay, string reason, DateTimeOffset? seen) =>
        ThenRefreshAsync(settings.SetOverrideTermsAsync(Actor, Shown!.Id, lastDay, reason, seen));

    /// <summary>Puts the override of the operator who is looked at back.</summary>
    public Task<Outcome<SavedSetting>> UndoOverrideAsync(SavedSetting saved) => ThenRefreshAsync(settings.UndoOverrideAsync(Actor, Shown!.Id, saved));

    /// <summary>Waits for an act, then reads what it changed, so that who acted sees it before anybody else does.</summary>
    public async Task<T> ThenRefreshAsync<T>(Task<T> act)
    {
        var result = await act;
        try
        {
            await RefreshAsync(account: true, me: true, shown: true);
            Changed?.Invoke();
        }
        catch (DbException failure)
        {
            // What was done is done. The feed tells of it too, and the page catches up as soon as it can be read.
            log.LogError(failure, "A page of operator {OperatorId} could not be brought up to date after an act", Actor.OperatorId);
        }

        return result;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        isDisposed = true;
        subscription?.Dispose();
    }

    private async Task PumpAsync(Func<Func<Task>, Task> onCircuit, CircuitLanguage language, bool missed)
    {
        try
        {
            var everything = new[] { new AccountChange(Actor.AccountId, Me.Id), new AccountChange(Actor.AccountId, Shown?.Id) };
            IReadOnlyCollection<AccountChange>? burst = missed ? everything : await subscription!.NextAsync();
            while (burst is not null && !isDisposed)
            {
                var (current, isTaken) = (burst, false);
                await onCircuit(async () =>
                {
                    language.Speak();
                    isTaken = await TakeInAsync(current);
                });
                if (isTaken)
                {
                    burst = await subscription!.NextAsync(CanWait, Task.Delay(Distance, clock));
                }
                else
                {
                    await Task.Delay(Again, clock);
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // The circuit went away between two changes.
        }
    }

    // What somebody does who is not at hand, and what no number tells: a sign-in, a proof, a mail.
    private bool CanWait(AccountChange change) =>
        change is { Counts: false, OperatorId: { } id } && id != Me.Id && id != Shown?.Id;

    private async Task<bool> TakeInAsync(IReadOnlyCollection<AccountChange> burst)
    {
        try
        {
            var people = burst.Where(change => change.OperatorId is not null).Select(change => change.OperatorId!.Value).ToHashSet();
            var me = people.Contains(Me.Id);

            // A change of oneself may be a demotion, after which nobody else may be shown any more.
            await RefreshAsync(account: true, me, shown: me || (Shown is { } shown && people.Contains(shown.Id)));
            if (me)
            {
                await LookAtSessionAsync();
            }

            Changed?.Invoke();
            if (OperatorsChanged is { } changed)
            {
                await changed();
            }

            return true;
        }
        catch (Exception failure) when (failure is not ObjectDisposedException)
        {
            log.LogError(failure, "A page of operator {OperatorId} could not be brought up to date; trying again in {Seconds} s", Actor.OperatorId, Again.TotalSeconds);
            return false;
        }
    }

    private async Task RefreshAsync(bool account, bool me, bool shown)
    {
        if (account)
        {
            Account = await snapshooter.AccountAsync(Actor.AccountId) ?? Account;
        }

        if (me)
        {
            Me = await snapshooter.OperatorAsync(Actor.AccountId, Actor.OperatorId) ?? Me;
        }

        if (shown && Shown is not null)
        {
            // Whoever is no longer an administrator no longer sees others, on a page that is still open either.
            Shown = Shown.Id == Me.Id ? Me
                : IsAdministrator ? await snapshooter.OperatorAsync(Actor.AccountId, Shown.Id)
                : null;
        }
    }
}

/// <summary>What the prerendering read, and when: good for the circuit as long as nothing has changed since.</summary>
/// <param name="Node">The process that read it.</param>
/// <param name="Count">How many changes of the account that process had been told.</param>
/// <param name="Me">The operator who looks.</param>
/// <param name="Shown">The operator who is looked at.</param>
/// <param name="Start">How the session began.</param>
public sealed record HandOver(Guid Node, long Count, OperatorSnapshot Me, OperatorSnapshot? Shown, SessionStart? Start);
