using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using Portal.Data;
using Portal.Security;
using Portal.Texts;

namespace Portal.Enrollment;

/// <summary>Shows recovery codes, and lets them be copied, downloaded or printed.</summary>
public partial class RecoveryCodeSheet
{
    private const string Id = "recovery-codes";

    private DateTimeOffset madeAt;
    private bool? worked;

    /// <summary>The codes.</summary>
    [Parameter, EditorRequired]
    public required RecoveryCodeSet Codes { get; set; }

    [Inject]
    private IOptions<PortalOptions> Options { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string Made => When.Full(State.Account.Local(madeAt));

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        madeAt = Clock.GetUtcNow();
    }

    // The browser takes the codes from the page: they are not sent to it a second time.
    private async Task CopyAsync()
    {
        await using var module = await ImportAsync();
        worked = await module.InvokeAsync<bool>("copyCodes", Id);
    }

    private async Task DownloadAsync()
    {
        await using var module = await ImportAsync();
        await module.InvokeVoidAsync("downloadCodes", Id, Words.CodesFile);
    }

    private async Task PrintAsync()
    {
        await using var module = await ImportAsync();
        await module.InvokeVoidAsync("printPage");
    }

    private ValueTask<IJSObjectReference> ImportAsync() => Script.InvokeAsync<IJSObjectReference>("import", "/js/portal.js");
}
