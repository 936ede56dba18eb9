using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Portal.Tests.Support;

/// <summary>The client without a browser against a page with live lists, MudBlazor's parts and persisted state.</summary>
public class CircuitClientTests
{
    [Fact]
    public async Task A_page_is_taken_over_with_its_persisted_state()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address);

        await page.OpenAsync("/tiny-circuit");

        Assert.StartsWith("Ready-made heading Count: 0 Add one ! Never Word: nothing. State: kept from the prerendered page.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Fault);
    }

    [Fact]
    public async Task A_click_is_seen_on_every_open_page()
    {
        await using var site = await StartAsync();
        await using var one = new CircuitClient(site.Address);
        await using var other = new CircuitClient(site.Address);
        await one.OpenAsync("/tiny-circuit");
        await other.OpenAsync("/tiny-circuit");

        var start = Stopwatch.GetTimestamp();
        var brought = other.NextBatchWithAsync("Odd");
        await one.ClickAsync("Add one");
        var batch = await other.WaitForTextAsync("Count: 1");

        Assert.InRange(batch.ArrivedAt, start, Stopwatch.GetTimestamp());
        Assert.Equal(batch.Id, (await brought).Id);
        Assert.Contains("Odd", other.Text, StringComparison.Ordinal);
        await one.ClickAsync("Add one");
        await other.WaitForNoTextAsync("Odd");
    }

    [Fact]
    public async Task Handlers_are_found_again_after_the_list_has_moved()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address);
        await page.OpenAsync("/tiny-circuit");

        await page.ClickAsync("Turn");
        await page.WaitForTextAsync("Take fig Take plum Take pear Take apple");
        await page.ClickAsync("Take plum");
        await page.WaitForTextAsync("Take fig Take pear Take apple");
        await page.ClickAsync("Turn");

        await page.WaitForTextAsync("Take apple Take pear Take fig");
    }

    [Fact]
    public async Task Fields_radio_buttons_and_buttons_of_MudBlazor_can_be_used()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address);
        await page.OpenAsync("/tiny-circuit");

        await page.ChangeAsync(element => element["name"] == "word", "Zoë");
        await page.WaitForTextAsync("Word: Zoë.");
        await page.ClickAsync(element => element.Name == "input" && element.Ancestors.Any(around => around.Label == "Blue"), "Blue");
        await page.WaitForTextAsync("Choice: blue.");
        await page.ClickAsync("Clear");
        await page.WaitForTextAsync("Choice: none.");
    }

    [Fact]
    public async Task What_is_disabled_or_absent_cannot_be_clicked()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address);
        await page.OpenAsync("/tiny-circuit");

        Assert.Contains("disabled", (await Assert.ThrowsAsync<InvalidOperationException>(() => page.ClickAsync("Never"))).Message, StringComparison.Ordinal);
        Assert.Contains("0 elements", (await Assert.ThrowsAsync<InvalidOperationException>(() => page.ClickAsync("Absent"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circuit_that_fails_says_so_to_whoever_waits()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address);
        await page.OpenAsync("/tiny-circuit");
        var waiting = page.WaitForTextAsync("Count: 99");

        await Assert.ThrowsAsync<InvalidOperationException>(() => page.ClickAsync("Fail"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.NotNull(page.Fault);
    }

    [Fact]
    public async Task A_circuit_ends_at_once_when_its_page_is_left()
    {
        var watch = new CircuitWatch();
        await using var site = await StartAsync(watch);
        await using var page = new CircuitClient(site.Address);
        await page.OpenAsync("/tiny-circuit");

        await page.LeaveAsync();

        await watch.Closed.WaitAsync(Patience.Long, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_page_follows_links_and_tells_where_it_is_sent()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address, language: "nl");
        await page.OpenAsync("/tiny-circuit");

        await page.NavigateAsync("/tiny-circuit?tab=two");
        await page.ClickAsync("Add one");
        await page.WaitForTextAsync($"Here: {site.Address}tiny-circuit?tab=two. Language: nl.");
        await page.ClickAsync("Go");

        await page.WaitUntilAsync(() => page.NavigatedTo == "/sign-in", "being sent away");
    }

    [Fact]
    public async Task Many_pages_follow_one_click()
    {
        await using var site = await StartAsync();
        var pages = Enumerable.Range(0, 50).Select(_ => new CircuitClient(site.Address)).ToList();
        await Task.WhenAll(pages.Select(page => page.OpenAsync("/tiny-circuit")));

        var waiting = pages.Select(page => page.NextBatchWithAsync("Odd")).ToList();
        await pages[0].ClickAsync("Add one");

        await Task.WhenAll(waiting);
        Assert.All(pages, page => Assert.Contains("Count: 1", page.Text, StringComparison.Ordinal));
        await Task.WhenAll(pages.Select(page => page.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_page_without_a_circuit_is_refused()
    {
        await using var site = await StartAsync();
        await using var page = new CircuitClient(site.Address);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => page.OpenAsync("/elsewhere"));

        Assert.Contains("404", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<TinySite> StartAsync(CircuitWatch? watch = null) => TinySite.StartAsync(
        app =>
        {
            app.UseRequestLocalization("en", "nl");
            app.UseAntiforgery();
            app.MapRazorComponents<TinyApp>().AddInteractiveServerRenderMode();
        },
        services =>
        {
            services.AddSingleton<TinyBoard>();
            services.AddMudServices();
            services.AddRazorComponents().AddInteractiveServerComponents();
            if (watch is not null)
            {
                services.AddSingleton<CircuitHandler>(watch);
            }
        });

    private sealed class CircuitWatch : CircuitHandler
    {
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Closed => _closed.Task;

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
