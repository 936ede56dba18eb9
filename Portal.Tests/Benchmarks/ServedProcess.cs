using System.Diagnostics;
using System.Globalization;
using System.Net;
using OtpNet;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>The other side of <see cref="Served"/>.</summary>
public sealed class ServedProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServedProcess(Process process, Uri address, string page) => (this.process, Address, Page) = (process, address, page);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The page to open.</summary>
    public string Page { get; }

    /// <summary>Starts a site.</summary>
    public static async Task<ServedProcess> StartAsync(string site)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServedProcess).Assembly.Location, Served.Command, site])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Served.Ready, StringComparison.Ordinal))
            {
                var said = line[Served.Ready.Length..].Split(' ');
                return new(process, new(said[0]), said[1]);
            }
        }

        throw new InvalidOperationException($"The site {site} did not start.");
    }

    /// <summary>Bytes that its managed objects hold.</summary>
    public async Task<long> MemoryAsync()
    {
        await process.StandardInput.WriteLineAsync("memory");
        await process.StandardInput.FlushAsync();
        return long.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    /// <summary>Bytes of the machine's memory that it has.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>How long it has kept processors busy.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Signs somebody in by the pages; of those who are asked for a code, with the key in Base32.</summary>
    public async Task<CookieContainer> SignInAsync(string email, string? key = null)
    {
        using var browser = new HttpBrowser(Address);
        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", email), ("password", DemoPeople.Password));
        if (key is not null)
        {
            var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp();
            answer = await browser.SubmitAsync(await browser.FollowAsync(answer), "form[action='/sign-in/code']", ("code", code));
        }

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        return browser.Cookies;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
