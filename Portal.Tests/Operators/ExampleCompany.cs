using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>An account with its people, and pages of theirs over the real services and a real SQLite.</summary>
public abstract class ExampleCompany : IAsyncLifetime
{
    private protected PortalServices Node { get; private set; } = null!;

    private protected Account Account { get; private set; } = null!;

    /// <summary>An administrator with nothing set up.</summary>
    private protected Operator Ada { get; private set; } = null!;

    /// <summary>A second administrator, with an authenticator.</summary>
    private protected Operator Gijs { get; private set; } = null!;

    private protected Operator Anna { get; private set; } = null!;

    /// <summary>An operator with an authenticator.</summary>
    private protected Operator Carla { get; private set; } = null!;

    private protected AuthenticatorKey CarlasKey { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Node = await PortalServices.CreateAsync();
        Account = await Node.AddAccountAsync();
        Ada = await Node.AddOperatorAsync(Account, "Ada", OperatorRole.Administrator);
        Gijs = await Node.AddOperatorAsync(Account, "Gijs", OperatorRole.Administrator);
        await Node.AddAuthenticatorAsync(Gijs);
        Anna = await Node.AddOperatorAsync(Account, "Anna");
        Carla = await Node.AddOperatorAsync(Account, "Carla");
        CarlasKey = await Node.AddAuthenticatorAsync(Carla);
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<Tab> OpenAsync(Operator who) =>
        await Tab.OpenAsync(Node, await Node.SignInAsync(who, who == Gijs || who == Carla ? SignInMethod.PasswordAndCode : SignInMethod.Password));

    private protected static IRenderedComponent<OperatorPage> Show(Tab tab, Operator whom) => Show(tab, whom.Id);

    private protected static IRenderedComponent<OperatorPage> Show(Tab tab, Guid? id) =>
        tab.Render<OperatorPage>(page => page.Add(parameter => parameter.Id, id));

    private protected Task<Operator> StoredAsync(Operator who) =>
        Node.ReadAsync(who.AccountId, db => db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == who.Id));

    private protected Task<List<AuditEntry>> RecordAsync() =>
        Node.ReadAsync(Account.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());

    private protected Task<int> SessionsOfAsync(Operator who) => Node.ReadAsync(Account.Id, db => Node.Get<Sessions>().CountAsync(db, who.Id));

    private protected static IElement Button<T>(IRenderedComponent<T> page, string name)
        where T : IComponent => Finding.Button(page, name);

    private protected static bool HasButton<T>(IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("button").Any(button => NameOf(button) == name);

    private protected static IElement Labelled<T>(IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        bool IsMeant(IElement element) => element.TextContent.Trim().StartsWith(label, StringComparison.Ordinal);
        page.WaitForState(() => page.FindAll("label").Any(IsMeant));
        var element = page.FindAll("label").Single(IsMeant);
        return element.QuerySelector("input, select") ?? page.Find($"#{element.GetAttribute("for")}");
    }

    private protected static Task ChooseAsync<T>(IRenderedComponent<T> page, string label)
        where T : IComponent => page.OnAsync(() => Labelled(page, label), field => field.ClickAsync());

    private protected static string TextOf<T>(IRenderedComponent<T> page)
        where T : IComponent => string.Join(' ', page.Nodes.SelectMany(node => node.GetDescendants().Prepend(node)).OfType<IText>().Select(text => text.Data))
            .Normal().Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);

    private protected static string RowOf<T>(IRenderedComponent<T> page, string label)
        where T : IComponent => page.FindAll("dt").Single(element => element.TextContent.Trim() == label).ParentElement!.TextContent.Normal();

    private static string NameOf(IElement button) => button.GetAttribute("aria-label") ?? button.TextContent.Trim();
}

internal static class TextNormal
{
    /// <summary>Runs of white space as one space, as a browser shows them.</summary>
    public static string Normal(this string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
