using Microsoft.Playwright;
using Portal.SignIn;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>
/// The main job without a mouse: every step is reached with Tab or the arrow keys, whatever has the focus shows it, and the
/// focus never gets lost.
/// </summary>
public sealed class KeyboardStoryTests(BrowserFixture browsers)
{
    private const string Reset = "Reset two-factor authentication";

    // More stops than any page has: whoever has not arrived by then will not.
    private const int MostStops = 80;

    [Fact]
    public async Task Everything_that_a_mouse_can_do_the_keyboard_can()
    {
        await using var app = new PortalApp(Person.NewClock());
        await using var ada = await Person.OpenAsync(browsers, app);
        var keyboard = ada.Page.Keyboard;
        Task OnDialogClosed() => Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // Signing in: the first field has the focus.
        await ada.GoAsync("/sign-in");
        await Expect(ada.Page.GetByLabel("E-mail")).ToBeFocusedAsync();
        await keyboard.TypeAsync("admin@example.com");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(DemoPeople.Password);
        await keyboard.PressAsync("Enter");
        await ada.ReadyAsync();

        // A page begins at its heading; whoever begins at the top of the document can skip the menu.
        await Expect(ada.Heading("Overview", "")).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Link("Skip to the content", ""), back: true);
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Overview", "")).ToBeFocusedAsync();

        // The account's setting: arrows walk, Enter chooses, Undo is the next stop.
        await GoToAsync(ada, ada.Link("Account settings", ""), back: true);
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Account settings", "")).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Radio("Optional", ""));
        await keyboard.PressAsync("ArrowUp");
        await Expect(ada.Radio("Required", "")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByText("Saved at")).ToBeVisibleAsync();
        await keyboard.PressAsync("Tab");
        await Expect(ada.Page.Locator(".undo")).ToBeFocusedAsync();
        await AssertShowsFocusAsync(ada.Page);
        await keyboard.PressAsync("Enter");
        await Expect(ada.Radio("Optional", "")).ToBeCheckedAsync();
        await Expect(ada.Radio("Optional", "")).ToBeFocusedAsync();

        // A detail: Change, Escape gives the focus back, Enter saves.
        await GoToAsync(ada, ada.Button("Change account name", ""), back: true);
        var name = ada.Page.GetByLabel("Account name", new() { Exact = true });
        await keyboard.PressAsync("Enter");
        await Expect(name).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(ada.Button("Change account name", "")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(name).ToBeFocusedAsync();
        await keyboard.PressAsync("ControlOrMeta+A");
        await keyboard.TypeAsync("Another Company");
        await keyboard.PressAsync("Enter");
        await Expect(ada.Button("Change account name", "")).ToBeFocusedAsync();

        // The menu at the foot: arrows walk, Escape leaves, User settings is its first entry.
        await GoToAsync(ada, ada.Page.Locator("#name-button"), back: true);
        await keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "User settings" })).ToBeFocusedAsync();
        await keyboard.PressAsync("End");
        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(ada.Page.Locator("#name-button")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "User settings" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("User settings", "")).ToBeFocusedAsync();

        // The wizard, with the key entered by hand.
        await GoToAsync(ada, ada.Button("Scan QR code", ""));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Set up two-factor authentication", "").Last).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Link("Can't scan? Enter the key by hand", ""));
        await keyboard.PressAsync("Enter");
        var groups = ada.Page.GetByRole(AriaRole.Group, new() { Name = "Key in groups of four" });
        await Expect(groups).ToBeVisibleAsync();
        var phone = PretendPhone.FromKey(string.Concat(await groups.Locator("span").AllTextContentsAsync()));
        await GoToAsync(ada, ada.Button("Next", ""));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "Code" })).ToBeFocusedAsync();
        await keyboard.TypeAsync(await phone.CodeAsync(app.Now));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Two-factor authentication is active", "")).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Button("Done", ""));
        await keyboard.PressAsync("Enter");
        await OnDialogClosed();
        await Expect(ada.Heading("Login options for this operator", "")).ToBeFocusedAsync();

        // An operator: an own setting, and a reset.
        await GoToAsync(ada, ada.Link("Operators 8", ""));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Operators", "")).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Link("Carla", ""));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Carla", "")).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Override two-factor authentication settings" }));
        await keyboard.PressAsync("Space");
        await Expect(ada.Radio("Optional", "")).ToBeVisibleAsync();
        await keyboard.PressAsync("Tab");
        await Expect(ada.Radio("Optional", "")).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowLeft");
        await keyboard.PressAsync("Space");
        await Expect(ada.Page.GetByText("Carla's own setting; the account default is Optional.")).ToBeVisibleAsync();
        await GoToAsync(ada, ada.Button(Reset, ""));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Button("Cancel", "")).ToBeFocusedAsync();
        await GoToAsync(ada, ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Reset }));
        await keyboard.PressAsync("Enter");
        await Expect(ada.Button("Done", "")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await OnDialogClosed();
        await Expect(ada.Heading("Login options for this operator", "")).ToBeFocusedAsync();
        ada.AssertQuiet();
    }

    // Goes on with Tab until it is reached, and looks at every stop on the way.
    private static async Task GoToAsync(Person who, ILocator target, bool back = false)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await who.Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            await AssertShowsFocusAsync(who.Page);
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Not reached with the keyboard: {target}");
    }

    // WCAG 2.2, 2.4.7 and 2.4.11: it is marked, and nothing lies over it.
    private static async Task AssertShowsFocusAsync(IPage page)
    {
        var fault = await page.EvaluateAsync<string?>(
            """
            () => {
              const at = document.activeElement;
              if (at === document.body) return null;
              const marked = [at, at.parentElement, at.closest('.choice, label')].filter(element => element).some(element => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              });
              const box = at.getBoundingClientRect();
              const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
              const name = `${at.tagName}.${at.className} ${at.textContent.trim().slice(0, 40)}`;
              if (!marked) return `no mark of focus: ${name}`;
              return inside ? null : `out of sight: ${name}`;
            }
            """);
        Assert.Null(fault);
    }
}
