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
        var id = page.FindAll("label").Single(found => TextOf(found) == label).GetAttribute("for");
        return page.Find($"#{id}");
    }

    /// <summary>The dialog that is open, by its accessible name; waits for it.</summary>
    public static IElement Dialog<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("[role=dialog]"), found => NameOf(found) == name));
        return page.FindAll("[role=dialog]").Single(found => NameOf(found) == name);
    }

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
        return page.FindAll(selector).Single(found => NameOf(found) == name);
    }

    private static string NameOf(IElement element)
    {
        var heading = element.GetAttribute("aria-labelledby") is { } id ? element.Owner?.GetElementById(id) ?? element.QuerySelector($"#{id}") : null;
        return heading is not null ? TextOf(heading) : element.GetAttribute("aria-label") ?? TextOf(element);
    }

    private static string TextOf(INodeList nodes) => string.Join(' ', nodes.Select(TextOf));

    private static string TextOf(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
