using Bunit;
using MudBlazor;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>A tab over which the wizard opens, as a person works with it.</summary>
internal sealed class OpenWizard : IAsyncDisposable
{
    private OpenWizard(Tab tab, IRenderedComponent<MudDialogProvider> page) => (Tab, Page) = (tab, page);

    public Tab Tab { get; }

    /// <summary>What the wizard shows.</summary>
    public IRenderedComponent<MudDialogProvider> Page { get; }

    public string Address => Tab.Navigation.Uri;

    /// <summary>Opens a page, and the wizard over it by a click.</summary>
    public static async Task<OpenWizard> ClickAsync(PortalServices node, Actor actor)
    {
        var tab = await Tab.OpenAsync(node, actor);
        var page = tab.RenderDialogs();
        tab.Render<EnrollmentHost>();
        await tab.Renderer.Dispatcher.InvokeAsync(() => tab.Navigation.NavigateTo(EnrollmentHost.AddressFor(tab.Navigation)));
        page.WaitForElement("[role=dialog]");
        return new(tab, page);
    }

    /// <summary>Loads the address that says that the wizard is open: a reload, or another tab.</summary>
    public static async Task<OpenWizard> LoadAsync(PortalServices node, Actor actor)
    {
        var tab = await Tab.OpenAsync(node, actor);
        tab.Navigation.NavigateTo(EnrollmentHost.AddressFor(tab.Navigation));
        var page = tab.RenderDialogs();
        tab.Render<EnrollmentHost>();
        return new(tab, page);
    }

    public Task ChooseAsync(string button) => Page.PressAsync(button);

    public Task FollowAsync(string link) => Page.FollowAsync(link);

    public async Task TypeAsync(string code)
    {
        await Page.TypeAsync("Code", code);
        await Page.SubmitAsync();
    }

    /// <summary>As the key Escape does.</summary>
    public Task EscapeAsync() => Page.InvokeAsync(() => ((IMudDialogInstance)Page.FindComponent<MudDialogContainer>().Instance).Cancel());

    public void IsClosed() => Page.WaitForAssertion(() => Assert.Empty(Page.FindAll("[role=dialog]")));

    /// <summary>Waits until the address says no more that the wizard is open: it does so only after the wizard has closed.</summary>
    public Task LeavesAddressAsync() => Tab.WaitForAddressAsync(address => !address.Contains("set-up", StringComparison.Ordinal));

    public ValueTask DisposeAsync() => Tab.DisposeAsync();
}
