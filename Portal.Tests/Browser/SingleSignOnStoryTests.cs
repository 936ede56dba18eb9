using Microsoft.Playwright;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Single sign-on from its settings to everyday use, at a real provider in a real browser.</summary>
public sealed class SingleSignOnStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Ada_sets_it_up_tests_it_turns_it_on_and_invites_somebody_who_joins_at_the_provider()
    {
        await using var stage = await ProviderStage.StartAsync(isOn: false);
        await using var ada = await Person.OpenAsync(browsers, stage.App);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");
        await ada.Link(() => Words.SingleSignOn).ClickAsync();
        await Expect(ada.Text(() => Words.SsoIncompleteWhy)).ToBeVisibleAsync();
        await Expect(ada.Button(() => Words.SsoTest)).ToBeDisabledAsync();

        await ChangeAsync(ada, () => Words.SsoName, "Example Company");
        await Expect(ada.Text(() => Words.SsoNameFault(SignInName.Shortest, SignInName.Longest))).ToBeVisibleAsync();
        await ada.Field(() => Words.SsoName).FillAsync(ProviderStage.Name);
        await ada.Button(() => Words.Save).ClickAsync();
        await ChangeAsync(ada, () => Words.SsoIssuer, stage.Provider.IssuerText.TrimEnd('/'));
        await ChangeAsync(ada, () => Words.SsoClientId, IdentityProvider.ClientId);
        await ChangeAsync(ada, () => Words.SsoSecret, "not the secret");
        await Expect(ada.Text(() => Words.SsoSecretSet)).ToBeVisibleAsync();

        // What is wrong is said in plain words, one thing after the other.
        await ada.Button(() => Words.SsoTest).ClickAsync();
        await Expect(ada.Text(() => Words.SsoTestIssuerDiffers(stage.Provider.IssuerText))).ToBeVisibleAsync();
        await ada.ReadyAsync();
        await ChangeAsync(ada, () => Words.SsoIssuer, stage.Provider.IssuerText);
        await ada.Button(() => Words.SsoTest).ClickAsync();
        await ada.AtProviderAsync("admin@example.com");
        await Expect(ada.Text(() => Words.SsoTestClient)).ToBeVisibleAsync();
        await ada.ReadyAsync();
        await Expect(ada.Button(() => Words.SsoTurnOn)).ToBeDisabledAsync();
        await ChangeAsync(ada, () => Words.SsoSecret, stage.Provider.ClientSecret);
        await ada.Button(() => Words.SsoTest).ClickAsync();
        await Expect(ada.Text(() => Words.SsoTestGot("admin@example.com", "subject-ada"))).ToBeVisibleAsync();
        await ada.ReadyAsync();
        await ada.Button(() => Words.SsoTurnOn).ClickAsync();
        await Expect(ada.Text(() => Words.SsoOnWhy(1, 0))).ToBeVisibleAsync();

        // New operators begin with it.
        await ada.VisitAsync("/account/settings");
        await ada.Button(() => Words.ChangeOf(Words.LoginOptionsLabel)).ClickAsync();
        await ada.Field(() => Words.LoginOptionsLabel).SelectOptionAsync(nameof(LoginOptions.SingleSignOn));
        await ada.Button(() => Words.Save).ClickAsync();
        await Expect(ada.Button(() => Words.ChangeOf(Words.LoginOptionsLabel))).ToBeFocusedAsync();
        await ada.VisitAsync("/operators");
        await ada.Button(() => Words.AddOperator).ClickAsync();
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Login options")).ToHaveValueAsync(nameof(LoginOptions.SingleSignOn));
        await dialog.GetByLabel("Name").FillAsync("Noor");
        await dialog.GetByLabel("E-mail").FillAsync("noor@example.com");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        await ada.Button(() => Words.Done).ClickAsync();
        await ada.Link("Noor", "").First.ClickAsync();
        await Expect(ada.Heading(() => Words.InvitationHead)).ToBeVisibleAsync();

        stage.Provider.Add("subject-noor", "noor@example.com");
        await using var noor = await Person.OpenAsync(browsers, stage.App, dutch: true);
        await noor.GoAsync(await stage.App.LinkOfAsync("noor@example.com", LinkPurpose.Invitation));
        await noor.Link(() => Words.SsoAtProvider).ClickAsync();
        await noor.AtProviderAsync("noor@example.com");
        await noor.ReadyAsync();
        await Expect(noor.Heading(() => Words.UserSettings)).ToBeVisibleAsync();
        await Expect(noor.Page.GetByText(noor.Say(() => Words.HandledBySingleSignOn), new() { Exact = true })).ToBeVisibleAsync();
        await Expect(noor.Button(() => Words.ScanQrCode)).ToHaveCountAsync(0);

        // Ada's page follows by itself.
        await Expect(ada.Heading(() => Words.InvitationHead)).ToBeHiddenAsync();
        await Expect(ada.Text(() => Words.HandledBySingleSignOn)).ToBeVisibleAsync();
        await Expect(ada.Button(() => Words.ResetTwoFactor)).ToHaveCountAsync(0);
        ada.AssertQuiet();
        noor.AssertQuiet();
    }

    [Fact]
    public async Task From_the_sign_in_page_in_again_and_out_with_nothing_of_the_address_that_was_typed()
    {
        await using var stage = await ProviderStage.StartAsync();
        var other = await stage.App.AddAccountAsync("Other Company");
        await stage.ConnectAsync(other.Id, "other-company");
        await using var eva = await Person.OpenAsync(browsers, stage.App);
        await eva.GoAsync("/sign-in?returnUrl=%2Fme");
        await eva.Field(() => Words.Email).FillAsync("somebody@elsewhere.example");
        await eva.Link(() => Words.SsoTitle).ClickAsync();
        await eva.Field(() => Words.SsoName).FillAsync("nobody-here");
        await eva.Page.Keyboard.PressAsync("Enter");
        await Expect(eva.Text(() => Words.SsoNameUnknown)).ToBeVisibleAsync();
        await eva.Field(() => Words.SsoName).FillAsync(ProviderStage.Name);
        await eva.Page.Keyboard.PressAsync("Enter");
        await eva.AtProviderAsync("eva@example.com");
        await eva.ReadyAsync();
        await Expect(eva.Heading(() => Words.UserSettings)).ToBeVisibleAsync();

        // Out here, and at the provider too.
        await eva.GoAsync("/sign-out");
        await eva.Button(() => Words.SignOut).ClickAsync();
        await Expect(eva.Text(() => Words.SsoStillSignedIn)).ToBeVisibleAsync();
        await eva.Link(() => Words.SsoSignOutToo).ClickAsync();
        await Expect(eva.Field(() => Words.Password)).ToBeVisibleAsync();
        await eva.GoAsync($"/sign-in/sso/{ProviderStage.Name}");
        await Expect(eva.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in at the provider" })).ToBeVisibleAsync();
        await eva.Page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();
        await Expect(eva.Text(() => Words.SsoDenied)).ToBeVisibleAsync();
        await eva.Link(() => Words.SsoAgain).ClickAsync();
        await eva.AtProviderAsync("eva@example.com");
        await eva.ReadyAsync();
        eva.AssertQuiet("404", "400");
    }

    [Fact]
    public async Task An_administrator_who_came_by_it_proves_at_the_provider_comes_back_to_the_page_and_confirms_there()
    {
        await using var stage = await ProviderStage.StartAsync();
        await using var eva = await AdministratorWithoutProofAsync(stage);
        await eva.VisitAsync("/account/settings");

        // Towards Disabled: the provider asks who it is, and nothing is saved by coming back.
        await eva.Radio(() => Words.Disabled).ClickAsync();
        await eva.Button(() => Words.ProofGoToProvider).ClickAsync();
        await eva.AtProviderAsync("eva@example.com");
        await Expect(eva.Text(() => Words.ProofGiven)).ToBeVisibleAsync();
        await eva.ReadyAsync();
        await Expect(eva.Radio(() => Words.Disabled)).ToBeFocusedAsync();
        await Expect(eva.Radio(() => Words.Optional)).ToBeCheckedAsync();
        Assert.Equal(("login", "0"), (stage.Provider.AuthorizationRequests[^1]["prompt"], stage.Provider.AuthorizationRequests[^1]["max_age"]));
        await eva.Radio(() => Words.Disabled).ClickAsync();
        await Expect(eva.Page.Locator(".undo")).ToBeVisibleAsync();

        // As somebody else it proves nothing.
        stage.Provider.OmitAuthTime = true;
        await eva.GoAsync("/me/prove?returnUrl=%2Faccount%2Fsettings");
        await eva.AtProviderAsync("anna@example.com");
        await Expect(eva.Text(() => Words.SsoNoAuthTime)).ToBeVisibleAsync();
        stage.Provider.OmitAuthTime = false;
        await eva.GoAsync("/me/prove?returnUrl=%2Faccount%2Fsettings");
        await eva.AtProviderAsync("anna@example.com");
        await Expect(eva.Text(() => Words.ProofByAnother)).ToBeVisibleAsync();
        await eva.ReadyAsync();
        await eva.LookAsync("single-sign-on/proof-by-another");
        eva.AssertQuiet();
    }

    [Fact]
    public async Task What_was_typed_comes_back_from_the_provider_and_is_saved_there()
    {
        await using var stage = await ProviderStage.StartAsync();
        await using var eva = await AdministratorWithoutProofAsync(stage);
        await eva.VisitAsync("/account/sso");
        await ChangeAsync(eva, () => Words.SsoScopes, "openid email");
        await eva.Button(() => Words.ProofGoToProvider).ClickAsync();
        await eva.AtProviderAsync("eva@example.com");
        await eva.ReadyAsync();

        await Expect(eva.Field(() => Words.SsoScopes)).ToHaveValueAsync("openid email");
        Assert.Equal("openid email profile", (await stage.SettingsAsync()).Scopes);
        await eva.Button(() => Words.Save).ClickAsync();
        await Expect(eva.Button(() => Words.ChangeOf(Words.SsoScopes))).ToBeFocusedAsync();
        Assert.Equal("openid email", (await stage.SettingsAsync()).Scopes);
        eva.AssertQuiet();
    }

    [Fact]
    public async Task Side_by_side_and_switched_over_and_back_while_the_pages_are_open()
    {
        await using var stage = await ProviderStage.StartAsync();
        await using var ada = await Person.OpenAsync(browsers, stage.App);
        await using var carla = await Person.OpenAsync(browsers, stage.App);
        var phone = PortalApp.PhoneOf("carla@example.com");
        await carla.ArriveAsync("carla@example.com", phone);
        await Expect(carla.Text(() => Words.AnotherPhone)).ToBeVisibleAsync();
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync($"/operators/{(await stage.App.FindAsync("carla@example.com")).Id}");

        // Over: what is erased is said before, and her page follows.
        await ada.Button(() => Words.ChangeOf(Words.LoginOptionsLabel)).ClickAsync();
        await ada.Radio(() => Words.SingleSignOn).ClickAsync();
        await Expect(ada.Text(() => Words.LoginOptionsErases("Carla"))).ToBeVisibleAsync();
        await ada.Button(() => Words.Save).ClickAsync();
        await Expect(ada.Text(() => Words.HandledBySingleSignOn)).ToBeVisibleAsync();
        await Expect(carla.Text(() => Words.HandledBySingleSignOn)).ToBeVisibleAsync();
        await Expect(carla.Button(() => Words.ResetTwoFactor)).ToHaveCountAsync(0);
        var stored = await stage.App.FindAsync("carla@example.com");
        Assert.Null(stored.Authenticator);
        Assert.Null(stored.PasswordHash);

        // Neither her password nor her code opens anything; the provider does.
        await using var again = await Person.OpenAsync(browsers, stage.App);
        await again.SignInAsync("carla@example.com");
        await Expect(again.Text(() => Words.SignInWrong)).ToBeVisibleAsync();
        stage.Provider.Add("subject-carla", "carla@example.com");
        await again.Link(() => Words.SsoTitle).ClickAsync();
        await again.AtProviderAsync("carla@example.com");
        await again.ReadyAsync();
        await Expect(again.Heading(() => Words.UserSettings)).ToBeVisibleAsync();

        // And back: a mail to choose a password, nothing set up, the rule applies.
        await ada.Button(() => Words.ChangeOf(Words.LoginOptionsLabel)).ClickAsync();
        await ada.Radio(() => Words.Password).ClickAsync();
        await Expect(ada.Text(() => Words.LoginOptionsMail("carla@example.com"))).ToBeVisibleAsync();
        await ada.Button(() => Words.Save).ClickAsync();
        await Expect(ada.Text(() => Words.NotSetUp).First).ToBeVisibleAsync();
        await Expect(again.Text(() => Words.NotSetUp).First).ToBeVisibleAsync();
        await again.GoAsync(await stage.App.LinkOfAsync("carla@example.com", LinkPurpose.PasswordReset));
        await again.Field(() => Words.NewPassword).FillAsync("A long walk in autumn");
        await again.Field(() => Words.NewPasswordAgain).FillAsync("A long walk in autumn");
        await again.Button(() => Words.SavePassword).ClickAsync();
        await again.ReadyAsync();
        await Expect(again.Button(() => Words.ScanQrCode)).ToBeVisibleAsync();
        ada.AssertQuiet();
        again.AssertQuiet("400");
    }

    // Eva, signed in at a provider that does not say when she showed who she is: no recent proof. From then on it says so.
    private async Task<Person> AdministratorWithoutProofAsync(ProviderStage stage)
    {
        await stage.App.ChangeAsync("eva@example.com", person => person.Role = OperatorRole.Administrator);
        stage.Provider.OmitAuthTime = true;
        var eva = await Person.OpenAsync(browsers, stage.App);
        await eva.GoAsync($"/sign-in/sso/{ProviderStage.Name}");
        await eva.AtProviderAsync("eva@example.com");
        await eva.ReadyAsync();
        stage.Provider.OmitAuthTime = false;
        return eva;
    }

    private static async Task ChangeAsync(Person who, Func<string> label, string value)
    {
        await who.Button(() => Words.ChangeOf(label())).ClickAsync();
        await who.Field(label).FillAsync(value);
        await who.Button(() => Words.Save).ClickAsync();
    }
}
