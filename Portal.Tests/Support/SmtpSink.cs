using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Portal.Tests.Support;

/// <summary>What an <see cref="SmtpSink"/> does with a mail.</summary>
public enum SinkMood
{
    /// <summary>Takes it.</summary>
    Takes,

    /// <summary>Says nothing any more once the mail begins.</summary>
    Hangs,

    /// <summary>Takes it, and hangs up instead of saying so.</summary>
    TakesAndDrops,
}

/// <summary>A mail server that can also misbehave, on a loopback port and in the clear (RFC 5321).</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<byte[]> taken = new();
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Task accepting;

    public SmtpSink()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>What it does with mails from now on.</summary>
    public SinkMood Mood { get; set; }

    /// <summary>The answer to a receiver's address, where it is not taken.</summary>
    public Func<string, string?> Refusal { get; set; } = _ => null;

    /// <summary>The settings with which Portal sends by it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Mail:Transport", "Smtp"),
        ("Mail:Smtp:Host", "127.0.0.1"),
        ("Mail:Smtp:Port", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:Smtp:Security", "None"),
    ];

    /// <summary>The mails that it has taken, as the bytes that came over the wire.</summary>
    public IReadOnlyList<byte[]> TakenBytes => [.. taken];

    /// <summary>The mails that it has taken.</summary>
    public IReadOnlyList<ReceivedMail> Taken => [.. taken.Select(bytes => new ReceivedMail(MimeMessage.Load(new MemoryStream(bytes))))];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(conversations);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await SayAsync(stream, "220 sink");
                while (await reader.ReadLineAsync(end.Token) is { } line)
                {
                    var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (verb == "DATA")
                    {
                        if (Mood == SinkMood.Hangs)
                        {
                            await Task.Delay(Timeout.Infinite, end.Token);
                        }

                        await SayAsync(stream, "354 go on");
                        taken.Enqueue(await ReadMailAsync(reader));
                        if (Mood == SinkMood.TakesAndDrops)
                        {
                            return;
                        }
                    }

                    await SayAsync(stream, verb == "RCPT" ? Refusal(line) ?? "250 ok" : verb == "QUIT" ? "221 bye" : "250 ok");
                }
            }
            catch (Exception over) when (over is OperationCanceledException or IOException)
            {
                // Either side has hung up.
            }
        }
    }

    private async Task<byte[]> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (true)
        {
            // Whoever hangs up before the end has handed nothing over (RFC 5321 §4.1.1.4).
            var line = await reader.ReadLineAsync(end.Token) ?? throw new IOException("The mail breaks off.");
            if (line == ".")
            {
                return Encoding.Latin1.GetBytes(mail.ToString());
            }

            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), end.Token);
}
