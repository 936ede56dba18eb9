using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Every screen that single sign-on brings along, in each of its states.</summary>
public sealed class GallerySingleSignOnTests(BrowserFixture browsers)
{
    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Signing_in(string language, bool dark, bool phone)
    {
        await using var stage = await ProviderStage.StartAsync();
        stage.Provider.Add("subject-stranger", "stranger@example.com");
        stage.Provider.Add("subject-nobody", null);
        await stage.LetInAsync("finn@example.com", LoginOptions.SingleSignOn);
        await using var who = await Person.OpenAsync(browsers, stage.App, new Look(language, dark, phone));
        async Task SignInAsync(string person)
        {
            await who.Context.ClearCookiesAsync();
            await who.GoAsync($"/sign-in/sso/{ProviderStage.Name}");
            await who.AtProviderAsync(person);
        }

        await stage.Provider.StopAsync();
        await who.GoAsync($"/sign-in/sso/{ProviderStage.Name}/out");
        await who.SeeAsync("sso-no-sign-out");
        await who.GoAsync($"/sign-in/sso/{ProviderStage.Name}");
        await who.SeeAsync("sso-provider-away");
        await stage.Provider.StartAgainAsync();
        await who.GoAsync("/sign-in");
        await who.SeeAsync("sso-sign-in");
        await who.GoAsync("/sign-in/sso");
        await who.SeeAsync("sso-name");
        await who.Field(() => Words.SsoName).FillAsync("nobody");
        await who.Page.Keyboard.PressAsync("Enter");
        await Expect(who.Text(() => Words.SsoNameUnknown)).ToBeVisibleAsync();
        await who.SeeAsync("sso-name-unknown");
        await SignInAsync("stranger@example.com");
        await Expect(who.Heading(() => Words.SsoNobodyTitle)).ToBeVisibleAsync();
        await who.SeeAsync("sso-nobody");
        await SignInAsync("subject-nobody");
        await Expect(who.Text(() => Words.SsoNoEmail)).ToBeVisibleAsync();
        await who.SeeAsync("sso-no-email");
        await who.GoAsync(await stage.App.LinkOfAsync("finn@example.com", LinkPurpose.Invitation));
        await who.SeeAsync("sso-invitation");
        await stage.LetInAsync("finn@example.com");
        await who.GoAsync("/link");
        await who.SeeAsync("sso-invitation-both");
        await SignInAsync("eva@example.com");
        await who.ReadyAsync();
        await who.SeeAsync("sso-own-page");
        await who.GoAsync("/sign-out");
        await who.Button(() => Words.SignOut).ClickAsync();
        await Expect(who.Text(() => Words.SsoStillSignedIn)).ToBeVisibleAsync();
        await who.SeeAsync("sso-signed-out");
        who.AssertQuiet("404", "403", "400");
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Setting_it_up(string language, bool dark, bool phone)
    {
        await using var stage = await ProviderStage.StartAsync(isOn: false);
        await using var ada = await Person.OpenAsync(browsers, stage.App, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/sso");
        await ada.SeeAsync("sso-settings-empty");
        await ada.Button(() => Words.ChangeOf(Words.SsoSecret)).ClickAsync();
        await ada.SeeAsync("sso-settings-secret");
        await ada.Button(() => Words.Cancel).ClickAsync();

        var ownId = (await stage.App.FindAsync("admin@example.com")).AccountId;
        await stage.ConnectAsync(ownId, ProviderStage.Name);
        await stage.ChangeAsync(settings => (settings.IsOn, settings.WorkedAt) = (false, null));
        await Expect(ada.Text(() => Words.SsoUntestedWhy)).ToBeVisibleAsync();
        stage.Provider.Add("subject-nobody", null);
        await ada.Button(() => Words.SsoTest).ClickAsync();
        await ada.AtProviderAsync("subject-nobody");
        await Expect(ada.Text(() => Words.SsoTestNoEmail)).ToBeVisibleAsync();
        await ada.ReadyAsync();
        await ada.SeeAsync("sso-settings-test-failed");
        await ada.Context.ClearCookiesAsync(new() { NameRegex = new("^provider-") });
        await ada.Button(() => Words.SsoTest).ClickAsync();
        await ada.AtProviderAsync("admin@example.com");
        await Expect(ada.Text(() => Words.SsoTestGot("admin@example.com", "subject-ada"))).ToBeVisibleAsync();
        await ada.ReadyAsync();
        await ada.SeeAsync("sso-settings-tested");
        await ada.Button(() => Words.SsoTurnOn).ClickAsync();
        await Expect(ada.Text(() => Words.SsoOnWhy(1, 0))).ToBeVisibleAsync();
        await stage.App.Contexts.WriteAcrossAccountsAsync(db =>
        {
            var anna = db.Operators.Single(person => person.Email == "anna@example.com");
            anna.Bind("https://former.example.com/", IdentityProvider.ClientId, "subject-anna", stage.App.Now);
            db.Announce(anna.AccountId, anna.Id);
            return Task.FromResult(0);
        });
        await stage.ChangeAsync(settings => settings.TrustsUnmarkedEmail = true);
        await Expect(ada.Text(() => Words.SsoBoundElsewhere(1))).ToBeVisibleAsync();
        await ada.SeeAsync("sso-settings-on");
        await ada.Button(() => Words.SsoTurnOff).ClickAsync();
        await Expect(ada.Heading(() => Words.SsoTurnOffQuestion)).ToBeVisibleAsync();
        await ada.SeeAsync("sso-settings-turn-off");
        await ada.Page.Keyboard.PressAsync("Escape");
        await stage.ChangeAsync(settings => settings.NoteFault(SingleSignOnFault.Unreachable, null, stage.App.Now));
        await Expect(ada.Text(() => Words.SsoOnFaulty)).ToBeVisibleAsync();
        await ada.SeeAsync("sso-settings-faulty");
        await ada.VisitAsync("/overview");
        await ada.SeeAsync("sso-overview-faulty");
        await ada.VisitAsync("/account/settings");
        await ada.SeeAsync("sso-account-settings");
        await ada.VisitAsync("/operators");
        await ada.Button(() => Words.AddOperator).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog).GetByLabel(ada.Say(() => Words.LoginOptionsLabel))).ToBeVisibleAsync();
        await ada.SeeAsync("sso-add-operator");
        ada.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Login_options_of_an_operator(string language, bool dark, bool phone)
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.App.ChangeAsync("eva@example.com", person => person.Role = OperatorRole.Administrator);
        await using var eva = await Person.OpenAsync(browsers, stage.App, new Look(language, dark, phone));
        async Task OpenAsync(string email) => await eva.VisitAsync($"/operators/{(await stage.App.FindAsync(email)).Id}");
        async Task ChangeAsync(Func<string> to)
        {
            await eva.Button(() => Words.ChangeOf(Words.LoginOptionsLabel)).ClickAsync();
            await eva.Radio(to).ClickAsync();
        }

        stage.Provider.OmitAuthTime = true;
        await eva.GoAsync($"/sign-in/sso/{ProviderStage.Name}");
        await eva.AtProviderAsync("eva@example.com");
        await eva.ReadyAsync();
        stage.Provider.OmitAuthTime = false;
        await OpenAsync("carla@example.com");
        await ChangeAsync(() => Words.SingleSignOn);
        await Expect(eva.Text(() => Words.LoginOptionsErases("Carla"))).ToBeVisibleAsync();
        await eva.SeeAsync("sso-login-options-erase");
        await eva.Button(() => Words.Save).ClickAsync();
        await Expect(eva.Button(() => Words.ProofGoToProvider)).ToBeVisibleAsync();
        await eva.SeeAsync("sso-proof");
        await eva.Button(() => Words.ProofGoToProvider).ClickAsync();
        await eva.AtProviderAsync("eva@example.com");
        await Expect(eva.Text(() => Words.ProofGiven)).ToBeVisibleAsync();
        await eva.ReadyAsync();
        await eva.SeeAsync("sso-proof-given");
        await ChangeAsync(() => Words.PasswordAndSingleSignOn);
        await eva.Button(() => Words.Save).ClickAsync();
        await Expect(eva.Text(() => Words.SsoIdentityNone)).ToBeVisibleAsync();
        await eva.SeeAsync("sso-operator-both");

        // Oneself, as the only one who could come in by it.
        await OpenAsync("eva@example.com");
        await eva.SeeAsync("sso-operator-bound");
        await ChangeAsync(() => Words.Password);
        await Expect(eva.Text(() => Words.LoginOptionsMail("eva@example.com"))).ToBeVisibleAsync();
        await eva.SeeAsync("sso-login-options-back");
        await eva.Button(() => Words.Cancel).ClickAsync();
        await stage.App.Contexts.WriteAcrossAccountsAsync(db => db.Operators.Where(person => person.Email != "eva@example.com")
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.Role, OperatorRole.Basic)));
        await ChangeAsync(() => Words.Password);
        await eva.Button(() => Words.Save).ClickAsync();
        await Expect(eva.Text(() => Words.NotSaved)).ToBeVisibleAsync();
        await eva.SeeAsync("sso-login-options-no-way-in");
        await eva.GoAsync($"/me?proof={nameof(SingleSignOnFault.NotAskedAgain)}");
        await eva.ReadyAsync();
        await eva.SeeAsync("sso-proof-not-given");
        await stage.ChangeAsync(settings => settings.IsOn = false);
        await OpenAsync("anna@example.com");
        await eva.Button(() => Words.ChangeOf(Words.LoginOptionsLabel)).ClickAsync();
        await Expect(eva.Text(() => Words.LoginOptionsNeedSso)).ToBeVisibleAsync();
        await eva.SeeAsync("sso-login-options-off");
        eva.AssertQuiet();
    }
}
