using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using Portal.SignIn;
using Portal.Tests.Support;
using Portal.Texts;

namespace Portal.Tests.Browser;

/// <summary>Somebody at a browser: signs in and finds things by what they are called, in one's own language.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly BrowserFixture browsers;
    private readonly PortalApp app;

    private Person(BrowserFixture browsers, PortalApp app, IBrowserContext context, IPage page, Look look) =>
        (this.browsers, this.app, Context, Page, Look) = (browsers, app, context, page, look);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Language, theme and screen.</summary>
    public Look Look { get; }

    public bool IsDutch => Look.Language == "nl";

    /// <summary>Opens a browser.</summary>
    public static Task<Person> OpenAsync(BrowserFixture browsers, PortalApp app, bool dutch = false, bool dark = false, bool phone = false) =>
        OpenAsync(browsers, app, new(dutch ? "nl" : "en", dark, phone));

    /// <summary>Opens a browser in any language.</summary>
    public static async Task<Person> OpenAsync(BrowserFixture browsers, PortalApp app, Look look)
    {
        var context = await browsers.NewContextAsync(Languages.CultureOf(look.Language).Name, look.Dark, look.Phone);
        context.SetDefaultTimeout(30_000);
        return new(browsers, app, context, await context.NewPageAsync(), look);
    }

    /// <summary>A time that a test moves, beginning now: cookies are dated by the browser's own clock.</summary>
    public static FakeTimeProvider NewClock() => new(DateTimeOffset.UtcNow);

    /// <summary>The word for something in this person's language.</summary>
    public string Say(string english, string dutch) => IsDutch ? dutch : english;

    /// <summary>A text in this person's language, as a browser has it: spaces are spaces.</summary>
    public string Say(Func<string> words) => Speaking.In(Look.Language, words).Replace('\u00a0', ' ');

    /// <summary>Signs in with the pages that everybody uses.</summary>
    public async Task SignInAsync(string email, PretendPhone? phone = null)
    {
        await GoAsync("/sign-in");
        await Field(() => Words.Email).FillAsync(email);
        await Field(() => Words.Password).FillAsync(DemoPeople.Password);
        await Button(() => Words.SignIn).ClickAsync();
        if (phone is not null)
        {
            await Field(() => Words.Code).FillAsync(await phone.CodeAsync(app.Now));
            await Button(() => Words.SignIn).ClickAsync();
        }
    }

    /// <summary>Shows by the password that it is still this person.</summary>
    public async Task ProveAsync()
    {
        var question = Page.GetByRole(AriaRole.Dialog, new() { Name = Say(() => Words.ProofTitle) });
        await question.GetByLabel(Say(() => Words.Password)).FillAsync(DemoPeople.Password);
        await question.GetByRole(AriaRole.Button, new() { Name = Say(() => Words.Continue) }).ClickAsync();
    }

    /// <summary>Signs in at the provider of single sign-on, whose page is in English, as somebody it knows.</summary>
    public Task AtProviderAsync(string email) => Page.GetByRole(AriaRole.Button, new() { Name = email, Exact = true }).ClickAsync();

    /// <summary>Signs in and waits until the page is alive.</summary>
    public async Task ArriveAsync(string email, PretendPhone? phone = null)
    {
        await SignInAsync(email, phone);
        await ReadyAsync();
    }

    /// <summary>Goes to an address of the portal.</summary>
    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(new Uri(app.BaseAddress, path).ToString());

    /// <summary>Goes to an address and waits until the page is alive: earlier clicks would be lost.</summary>
    public async Task VisitAsync(string path)
    {
        await GoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Waits until the page is alive.</summary>
    public Task ReadyAsync() => Page.Locator("[data-ready=true]").WaitForAsync();

    public ILocator Button(string english, string dutch) => Page.GetByRole(AriaRole.Button, new() { Name = Say(english, dutch), Exact = true });

    public ILocator Link(string english, string dutch) => Page.GetByRole(AriaRole.Link, new() { Name = Say(english, dutch), Exact = true });

    public ILocator Radio(string english, string dutch) => Page.GetByRole(AriaRole.Radio, new() { Name = Say(english, dutch), Exact = true });

    public ILocator Text(string english, string dutch) => Page.GetByText(Say(english, dutch));

    public ILocator Heading(string english, string dutch) => Page.GetByRole(AriaRole.Heading, new() { Name = Say(english, dutch), Exact = true });

    public ILocator Button(Func<string> words) => Page.GetByRole(AriaRole.Button, new() { Name = Say(words), Exact = true });

    public ILocator Link(Func<string> words) => Page.GetByRole(AriaRole.Link, new() { Name = Say(words), Exact = true });

    public ILocator Radio(Func<string> words) => Page.GetByRole(AriaRole.Radio, new() { Name = Say(words), Exact = true });

    public ILocator Text(Func<string> words) => Page.GetByText(Say(words));

    public ILocator Heading(Func<string> words) => Page.GetByRole(AriaRole.Heading, new() { Name = Say(words), Exact = true });

    public ILocator Field(Func<string> words) => Page.GetByLabel(Say(words), new() { Exact = true });

    /// <summary>Takes a picture of what is on screen and, in the dark or on a phone, lets axe look at it: on a bright desk the gallery does.</summary>
    public async Task<byte[]> LookAsync(string name)
    {
        if (Look.Dark || Look.Phone)
        {
            await BrowserFixture.AssertAccessibleAsync(Page);
        }

        return await BrowserFixture.ShotAsync(Page, name);
    }

    /// <summary>Fails if a page complained: an error on the console, a script that broke, a violation of the policy.</summary>
    public void AssertQuiet(params string[] expected) => browsers.AssertQuiet(Context, expected);

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    /// <summary>The number in front of a noun in the impact of a value.</summary>
    public async Task<int> ImpactAsync(string setting, string noun)
    {
        var row = Page.Locator(".choice").Filter(new() { Has = Page.GetByRole(AriaRole.Radio, new() { Name = setting, Exact = true }) });
        var text = await row.GetByRole(AriaRole.Listitem).Filter(new() { HasText = noun }).InnerTextAsync();
        return int.Parse([.. text.Split(' ', '\n')[0].Where(char.IsDigit)], CultureInfo.InvariantCulture);
    }
}
