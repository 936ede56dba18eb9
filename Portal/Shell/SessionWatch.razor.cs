using System.Data.Common;
using Microsoft.JSInterop;
using Portal.Security;
using Portal.Texts;

namespace Portal.Shell;

/// <summary>Notices that a person is there, warns before the session ends by itself, and closes the page when it has.</summary>
public partial class SessionWatch
{
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    // Pages are told at once when a session is ended; one that was not told for whatever reason notices by itself.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private DotNetObjectReference<SessionWatch>? self;
    private ITimer? timer;
    private SessionTimes? warning;
    private bool canStay;
    private CircuitLanguage language;

    /// <summary>Called by the browser when somebody does something.</summary>
    [JSInvokable]
    public async Task SeenAsync()
    {
        await Sessions.TouchAsync(State.Actor.AccountId, State.Actor.SessionId);
        if (warning is not null)
        {
            await LookAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        language = CircuitLanguage.AtHand;
        timer = Clock.CreateTimer(_ => _ = InvokeAsync(LookAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        self = DotNetObjectReference.Create(this);
        await LookAsync();
        var module = await Script.InvokeAsync<IJSObjectReference>("import", "/js/portal.js");
        await module.InvokeVoidAsync("watch", self);
    }

    // Timers come from outside the circuit, without its language.
    private async Task LookAsync()
    {
        language.Speak();

        // First of all, so that a look that fails is not the last.
        timer?.Change(Longest, Timeout.InfiniteTimeSpan);
        SessionTimes? found;
        try
        {
            found = await State.LookAtSessionAsync();
        }
        catch (DbException)
        {
            // Of a database that is away the log tells once, not once for each page; this one looks again, and stays what it was.
            return;
        }

        if (found is not { } times)
        {
            return;
        }

        var left = times.EndsAt - Clock.GetUtcNow();
        var warn = left <= Notice;
        var changes = warn || warning is not null;
        warning = warn ? times : null;
        canStay = times.IdleAt < times.ExpiresAt;
        var wait = warn ? left : left - Notice;
        timer?.Change(wait < Shortest ? Shortest : wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
        if (changes)
        {
            StateHasChanged();
        }
    }

    private async Task StayAsync()
    {
        await Sessions.TouchAsync(State.Actor.AccountId, State.Actor.SessionId);
        await LookAsync();
    }
}
