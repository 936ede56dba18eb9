using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Portal by the keyboard alone, over a slow connection, and on the narrowest screen.</summary>
public sealed class FocusTests(BrowserFixture browsers)
{
    private const string Reset = "Reset two-factor authentication";

    [Fact]
    public async Task A_request_for_proof_takes_the_focus_and_gives_it_back()
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        clock.Advance(TimeSpan.FromMinutes(16));
        await ada.VisitAsync("/account/settings");
        var disabled = ada.Radio("Disabled", "Uitgeschakeld");
        var password = ada.Page.GetByLabel("Password");

        await disabled.PressAsync("Space");
        await Expect(password).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(disabled).ToBeFocusedAsync();
        await Expect(ada.Radio("Optional", "Optioneel")).ToBeCheckedAsync();

        await disabled.PressAsync("Space");
        await Expect(password).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync(Portal.SignIn.DemoPeople.Password);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(disabled).ToBeCheckedAsync();
        await Expect(disabled).ToBeFocusedAsync();

        await ada.Page.Locator(".undo").PressAsync("Enter");
        await Expect(ada.Radio("Optional", "Optioneel")).ToBeFocusedAsync();
        ada.AssertQuiet();
    }

    [Fact]
    public async Task Arrow_keys_save_nothing_that_they_walk_past_and_an_Undo_that_runs_out_leaves_the_focus_at_the_field()
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");
        var (required, optional, disabled) = (ada.Radio("Required", "Vereist"), ada.Radio("Optional", "Optioneel"), ada.Radio("Disabled", "Uitgeschakeld"));
        var saved = ada.Page.GetByText("Saved at");

        await optional.PressAsync("ArrowDown");
        await Expect(disabled).ToBeFocusedAsync();
        await disabled.PressAsync("ArrowRight");
        await Expect(required).ToBeFocusedAsync();
        await Expect(optional).ToBeCheckedAsync();
        await required.PressAsync("Enter");
        await Expect(saved).ToBeVisibleAsync();
        await Expect(required).ToBeCheckedAsync();

        // Had anything been saved on the way, it would be written down.
        await using var db = app.Contexts.AcrossAccounts();
        var entry = await db.AuditEntries.SingleAsync(row => row.Action == "AccountDefaultChanged", TestContext.Current.CancellationToken);
        Assert.Equal(("Optional", "Required"), (entry.Before, entry.After));

        var undo = ada.Page.Locator(".undo");
        await undo.FocusAsync();
        for (var second = 9; second >= 1; second--)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Expect(undo).ToContainTextAsync($"{second} s");
        }

        await Expect(undo).ToBeFocusedAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await Expect(undo).ToHaveCountAsync(0);
        await Expect(required).ToBeFocusedAsync();
        ada.AssertQuiet();
    }

    [Fact]
    public async Task Dialogs_that_erase_begin_at_Cancel_and_leave_the_focus_near()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Carla" }).First.ClickAsync();

        // The page that is come to takes the focus; a key pressed just before that would go to its heading.
        await Expect(ada.Heading("Carla", "Carla")).ToBeFocusedAsync();
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        ILocator InDialog(string name) => dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        await ada.Button("Deactivate", "Deactiveren").PressAsync("Enter");
        await Expect(InDialog("Cancel")).ToBeFocusedAsync();
        await InDialog("Deactivate").PressAsync("Enter");
        var reactivate = ada.Button("Reactivate", "Opnieuw activeren");
        await Expect(reactivate).ToBeFocusedAsync();
        await reactivate.PressAsync("Enter");
        await Expect(ada.Button("Deactivate", "Deactiveren")).ToBeFocusedAsync();

        await ada.Button(Reset, Reset).PressAsync("Enter");
        await Expect(InDialog("Cancel")).ToBeFocusedAsync();
        await InDialog(Reset).PressAsync("Enter");
        await Expect(InDialog("Done")).ToBeFocusedAsync();
        await InDialog("Done").PressAsync("Enter");
        await Expect(ada.Heading("Login options for this operator", "Loginopties voor deze operator")).ToBeFocusedAsync();
        ada.AssertQuiet();
    }

    [Fact]
    public async Task A_code_can_be_typed_over_a_slow_connection()
    {
        await using var app = new PortalApp();
        await using var anna = await Person.OpenAsync(browsers, app);

        // Everything takes three tenths of a second to arrive, in its order.
        await anna.Page.RouteWebSocketAsync("**", route =>
        {
            var server = route.ConnectToServer();
            var (up, down) = (Task.CompletedTask, Task.CompletedTask);
            route.OnMessage(frame => up = LaterAsync(up, server, frame));
            server.OnMessage(frame => down = LaterAsync(down, route, frame));
        });
        await anna.ArriveAsync("anna@example.com");
        await anna.Button("Scan QR code", "Scan de QR-code").ClickAsync();
        await anna.Button("Next", "Volgende").ClickAsync();
        var code = anna.Page.GetByLabel("Code", new() { Exact = true }).And(anna.Page.GetByRole(AriaRole.Textbox));
        await Expect(code).ToBeFocusedAsync();

        await code.PressSequentiallyAsync("123456", new() { Delay = 60 });
        await code.PressAsync("Enter");

        await Expect(anna.Page.GetByText("That code is not right.")).ToBeVisibleAsync();
        await Expect(code).ToHaveValueAsync("123456");
    }

    [Fact]
    public async Task On_a_narrow_screen_the_menu_takes_the_focus_and_long_names_stay_inside()
    {
        var name = string.Concat(Enumerable.Repeat("Wolfeschlegelsteinhausenbergerdorff", 3))[..100];
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Carla" }).First.ClickAsync();
        await ada.Button("Change name", "Naam wijzigen").ClickAsync();
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Heading(name, name)).ToBeVisibleAsync();

        await ada.Page.SetViewportSizeAsync(320, 700);
        await BrowserFixture.AssertFitsAsync(ada.Page);
        await ada.Button(Reset, Reset).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await BrowserFixture.AssertFitsAsync(ada.Page);
        await ada.LookAsync("narrow-reset");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        var menu = ada.Button("Main menu", "Hoofdmenu");
        await menu.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" })).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Tab");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeFocusedAsync();

        await ada.VisitAsync("/operators");
        await BrowserFixture.AssertFitsAsync(ada.Page);
        await ada.VisitAsync("/me");
        await ada.Button("Scan QR code", "Scan de QR-code").ClickAsync();
        await ada.Page.GetByText("Can't scan? Enter the key by hand").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Group, new() { Name = "Key in groups of four" })).ToBeVisibleAsync();
        var copy = await ada.Button("Copy key", "Sleutel kopiëren").BoundingBoxAsync();
        Assert.InRange(copy!.X + copy.Width, 0, 304);
        ada.AssertQuiet();
    }

    private static async Task LaterAsync(Task former, IWebSocketRoute to, IWebSocketFrame frame)
    {
        var delay = Task.Delay(TimeSpan.FromMilliseconds(150));
        await former;
        await delay;
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text!);
        }
    }
}
