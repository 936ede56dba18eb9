using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Tests.Support;

namespace Portal.Tests.Shell;

public sealed class PrerenderingTests
{
    [Theory]
    [InlineData("/me")]
    [InlineData("/operators")]
    [InlineData("/account/settings")]
    public async Task What_the_prerendering_read_is_not_read_again_by_the_circuit(string path)
    {
        await using var app = new PortalApp();
        var browser = await app.SignInAsync("admin@example.com");
        await using var page = new CircuitClient(app.BaseAddress, browser.Cookies);
        using var reads = new Reads(app.DataDirectory);

        await page.OpenAsync(path);
        await page.WaitForTextAsync("Ada");

        // Who looks, and whom the list shows: each read once for the page, and handed to the circuit.
        var read = reads.Of(@"""PolicyOverrideChangedAt""").ToList();
        Assert.NotEmpty(read);
        Assert.Equal(read.Distinct(), read);
    }

    /// <summary>Listens to what is asked of one database.</summary>
    private sealed class Reads : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<string> asked = new();
        private readonly ConcurrentQueue<IDisposable> subscriptions = new();
        private readonly string directory;

        public Reads(string directory)
        {
            this.directory = directory;
            subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IEnumerable<string> Of(string part) => asked.Where(sql => sql.Contains(part, StringComparison.Ordinal));

        public void Dispose()
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Dispose();
            }
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                subscriptions.Enqueue(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData executed && executed.Connection?.DataSource.StartsWith(directory, StringComparison.Ordinal) == true)
            {
                asked.Enqueue(executed.Command.CommandText);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
