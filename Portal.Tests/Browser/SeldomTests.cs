using Microsoft.Playwright;
using Portal.Domain;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>What people seldom meet: a refusal, a session about to end, a key out of time, a lost connection. Each is looked at.</summary>
public sealed class SeldomTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("light", false, false)]
    [InlineData("dark-phone", true, true)]
    public async Task Refusal_warning_time_is_up_and_lost_connection_say_what_to_do(string name, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await app.ChangeAsync("gijs@example.com", gijs => gijs.State = OperatorState.Deactivated);
        await using var ada = await Person.OpenAsync(browsers, app, dark: dark, phone: phone);
        var connection = await Connection.OfAsync(ada.Page);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");

        await ada.Radio("Required", "Vereist").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No administrator would have a way in");
        await Expect(ada.Radio("Optional", "Optioneel")).ToBeCheckedAsync();
        await ada.Page.GetByRole(AriaRole.Alert).ScrollIntoViewIfNeededAsync();
        await ada.LookAsync($"seldom/{name}-no-way-in");

        var warning = ada.Page.GetByRole(AriaRole.Alertdialog);
        clock.Advance(TimeSpan.FromMinutes(28));
        await Expect(warning).ToBeVisibleAsync();
        await ada.LookAsync($"seldom/{name}-still-there");
        await ada.Button("Stay signed in", "Ingelogd blijven").ClickAsync();
        await Expect(warning).ToHaveCountAsync(0);

        // The remedy of the refusal, half an hour after the password; the warning can be answered over the wizard too.
        await ada.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Scan QR code" }).ClickAsync();
        await ada.ProveAsync();
        await Expect(ada.Heading("Set up two-factor authentication", "")).ToBeVisibleAsync();
        clock.Advance(TimeSpan.FromMinutes(28));
        await ada.Button("Stay signed in", "Ingelogd blijven").ClickAsync();
        await Expect(warning).ToHaveCountAsync(0);
        clock.Advance(TimeSpan.FromMinutes(2));
        await Expect(ada.Heading("Time is up", "")).ToBeVisibleAsync();
        await ada.LookAsync($"seldom/{name}-time-is-up");
        await ada.Button("Start again", "Opnieuw beginnen").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Is it you?" })).ToBeVisibleAsync();
        await ada.LookAsync($"seldom/{name}-is-it-you");
        await ada.ProveAsync();
        await Expect(ada.Heading("Set up two-factor authentication", "")).ToBeFocusedAsync();
        await ada.Button("Cancel", "Annuleren").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        ada.AssertQuiet();

        await connection.CutAsync();
        var lost = ada.Page.GetByText("Trying again. What you typed stays here; what you saved is safe.");
        await Expect(lost).ToBeVisibleAsync();
        await ada.LookAsync($"seldom/{name}-connection-lost");
        await Expect(lost).ToBeVisibleAsync();
    }
}
