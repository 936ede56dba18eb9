using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Portal.Tests.Support;

/// <summary>Finds what a person finds: by role and name, never by a style.</summary>
public static class Finding
{
    /// <summary>The one button of that name; waits for it.</summary>
    public static IElement Button<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.Named("button", name);

    /// <summary>The one link of that name; waits for it.</summary>
    public static IElement Link<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.Named("a[href]", name);

    /// <summary>The field under a label; waits for it.</summary>
    public static IElement Field<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("label"), found => TextOf(found) == label));
        return FieldNow(page, label);
    }

    /// <summary>The dialog that is open, by its accessible name; waits for it.</summary>
    public static IElement Dialog<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("[role=dialog]"), found => NameOf(found) == name));
        return page.FindAll("[role=dialog]").Single(found => NameOf(found) == name);
    }

    /// <summary>Clicks the one button of that name; waits for it.</summary>
    public static async Task PressAsync<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        page.Button(name);
        await page.OnAsync(() => Single(page, "button", name), button => button.ClickAsync());
    }

    /// <summary>Clicks the one link of that name; waits for it.</summary>
    public static async Task FollowAsync<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        page.Link(name);
        await page.OnAsync(() => Single(page, "a[href]", name), link => link.ClickAsync());
    }

    /// <summary>Types into the field under a label; waits for it.</summary>
    public static async Task TypeAsync<T>(this IRenderedComponent<T> page, string label, string text)
        where T : IComponent
    {
        page.Field(label);
        await page.OnAsync(() => FieldNow(page, label), field => field.InputAsync(text));
    }

    /// <summary>Submits the one form that is there.</summary>
    public static Task SubmitAsync<T>(this IRenderedComponent<T> page)
        where T : IComponent => page.OnAsync(() => page.Find("form"), form => form.SubmitAsync());

    /// <summary>Gives the password that a request for proof asks for; waits for the request.</summary>
    public static async Task ProveAsync<T>(this IRenderedComponent<T> dialogs, string password)
        where T : IComponent
    {
        const string field = "input[type=password]";
        dialogs.WaitForElement(field);
        await dialogs.OnAsync(() => dialogs.Find(field), found => found.InputAsync(password));
        await dialogs.OnAsync(() => dialogs.Find($"form:has({field})"), form => form.SubmitAsync());
    }

    /// <summary>
    /// Finds and acts in one turn of the page. It may be drawn anew at any time, by what the test did before and everybody is
    /// told of; what was found before that would listen no more. An act that waits for the person, and nobody answers, fails here:
    /// without an end to the wait the whole run would stand still.
    /// </summary>
    public static Task OnAsync<T>(this IRenderedComponent<T> page, Func<IElement> find, Func<IElement, Task> act)
        where T : IComponent => page.InvokeAsync(() => act(find())).WaitAsync(Patience.Long);

    /// <summary>Waits until a text is shown.</summary>
    public static void Shows<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.WaitForAssertion(() => Assert.Contains(text, TextOf(page.Nodes), StringComparison.Ordinal));

    /// <summary>Checks that a text is not shown.</summary>
    public static void ShowsNo<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => Assert.DoesNotContain(text, TextOf(page.Nodes), StringComparison.Ordinal);

    private static IElement Named<T>(this IRenderedComponent<T> page, string selector, string name)
        where T : IComponent
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(selector), found => NameOf(found) == name));
        return Single(page, selector, name);
    }

    private static IElement Single<T>(IRenderedComponent<T> page, string selector, string name)
        where T : IComponent => page.FindAll(selector).Single(found => NameOf(found) == name);

    private static IElement FieldNow<T>(IRenderedComponent<T> page, string label)
        where T : IComponent => page.Find($"#{page.FindAll("label").Single(found => TextOf(found) == label).GetAttribute("for")}");

    private static string NameOf(IElement element)
    {
        var heading = element.GetAttribute("aria-labelledby") is { } id ? element.Owner?.GetElementById(id) ?? element.QuerySelector($"#{id}") : null;
        return heading is not null ? TextOf(heading) : element.GetAttribute("aria-label") ?? TextOf(element);
    }

    private static string TextOf(INodeList nodes) => string.Join(' ', nodes.Select(TextOf));

    private static string TextOf(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
