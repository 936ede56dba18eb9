using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>What was typed and not saved: asked about before it is lost on purpose, brought back after it was lost by accident.</summary>
public sealed class UnsavedTests(BrowserFixture browsers)
{
    private const string Typed = "Another Company";

    [Fact]
    public async Task Going_elsewhere_and_switching_the_language_ask_first()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        var askedByTheBrowser = new List<string>();
        ada.Page.Dialog += (_, dialog) =>
        {
            askedByTheBrowser.Add(dialog.Type);
            _ = dialog.AcceptAsync();
        };
        await TypeANameAsync(ada);
        var question = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" });

        // To another page: no, and the text is still there.
        await ada.Link("Overview", "").ClickAsync();
        await Expect(question.GetByText("Account name")).ToBeVisibleAsync();
        await Expect(ada.Button("Stay here", "")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(question).ToHaveCountAsync(0);
        await Expect(Field(ada)).ToHaveValueAsync(Typed);

        // To another language: no, then yes.
        await ada.Page.Locator("#name-button").ClickAsync();
        await Language(ada, "Deutsch").ClickAsync();
        await ada.Button("Stay here", "").ClickAsync();
        await Expect(question).ToHaveCountAsync(0);
        await Expect(Language(ada, "Deutsch")).ToBeFocusedAsync();
        await Expect(Field(ada)).ToHaveValueAsync(Typed);
        await Language(ada, "Deutsch").ClickAsync();
        await ada.Button("Leave without saving", "").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Accounteinstellungen" })).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("Example Company").First).ToBeVisibleAsync();

        // With nothing typed nothing is asked.
        await ada.ReadyAsync();
        await ada.Page.Locator("#name-button").ClickAsync();
        await Language(ada, "English").ClickAsync();
        await Expect(ada.Heading("Account settings", "")).ToBeVisibleAsync();
        Assert.Empty(askedByTheBrowser);
        ada.AssertQuiet();
    }

    [Fact]
    public async Task What_was_typed_comes_back_with_a_page_that_the_server_no_longer_has()
    {
        await using var app = new PortalApp(services: Forgetful);
        await using var ada = await Person.OpenAsync(browsers, app);
        var connection = await Connection.OfAsync(ada.Page);
        await TypeANameAsync(ada);

        await LoseAsync(ada, connection);

        await Expect(Field(ada)).ToHaveValueAsync(Typed);
        await Field(ada).PressAsync("Enter");
        await Expect(ada.Button("Change account name", "")).ToBeVisibleAsync();
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(Typed, (await db.Accounts.SingleAsync(TestContext.Current.CancellationToken)).Name);

        // A dialog too: whom one was about to invite.
        await ada.VisitAsync("/operators");
        await ada.Button("Add operator", "").ClickAsync();
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync("Noor");
        await dialog.GetByLabel("E-mail").FillAsync("noor@example.com");

        await LoseAsync(ada, connection);

        await Expect(dialog.GetByLabel("Name")).ToHaveValueAsync("Noor");
        await Expect(dialog.GetByLabel("E-mail")).ToHaveValueAsync("noor@example.com");
    }

    [Fact]
    public async Task The_wizard_comes_back_at_its_step()
    {
        await using var app = new PortalApp(services: Forgetful);
        await using var anna = await Person.OpenAsync(browsers, app);
        var connection = await Connection.OfAsync(anna.Page);
        await anna.ArriveAsync("anna@example.com");
        await anna.Button("Scan QR code", "").ClickAsync();
        await anna.Button("Next", "").ClickAsync();
        var code = anna.Page.GetByRole(AriaRole.Textbox, new() { Name = "Code" });
        await Expect(code).ToBeFocusedAsync();

        await LoseAsync(anna, connection);

        await Expect(code).ToBeFocusedAsync();
        await Expect(code).ToHaveValueAsync("");
    }

    // A circuit is gone the moment its connection is.
    private static void Forgetful(IServiceCollection services) =>
        services.Configure<CircuitOptions>(options => options.DisconnectedCircuitMaxRetained = 0);

    // The page marks itself, so that a new one is told from it.
    private static async Task LoseAsync(Person who, Connection connection)
    {
        await who.Page.EvaluateAsync("() => { document.body.dataset.former = 'true'; }");
        await connection.DropAsync();
        await Expect(who.Page.Locator("body:not([data-former])")).ToHaveCountAsync(1);
        await who.ReadyAsync();
    }

    private static async Task TypeANameAsync(Person ada)
    {
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");
        await ada.Button("Change account name", "").ClickAsync();
        await Field(ada).FillAsync(Typed);
    }

    private static ILocator Field(Person ada) => ada.Page.GetByLabel("Account name", new() { Exact = true });

    private static ILocator Language(Person ada, string name) => ada.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = name });
}
