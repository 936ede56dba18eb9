using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.Tests.Support;

/// <summary>What a run came to.</summary>
/// <param name="Kills">How many processes were killed, or how often the database was restarted.</param>
/// <param name="Told">How much was acknowledged.</param>
/// <param name="Copies">How many mails the mail server took, and how many of these were copies of one before.</param>
/// <param name="LongestStart">The longest time from a kill until the process was ready again; or from when the database was back until people got in again at nodes that say they are ready.</param>
/// <param name="Faults">What was lost, or done twice.</param>
public sealed record KillReport(int Kills, int Told, (int All, int Again) Copies, TimeSpan LongestStart, IReadOnlyList<string> Faults);

/// <summary>
/// The program as it is installed, once on SQLite or twice on one PostgreSQL, with people who sign in by code and by recovery code, try a
/// used code again and ask for another password. Its processes are killed (SIGKILL) in the middle of that, again and again, or its database
/// is restarted; then what people were told is held against what is there.
/// </summary>
/// <param name="program">The published program: <c>Portal.dll</c>.</param>
/// <param name="engine">The database.</param>
/// <param name="seed">What the points at which it is killed come of.</param>
/// <param name="server">The server of the database, to restart that and kill no process: every other time as in a crash.</param>
internal sealed class KillRun(string program, DatabaseProvider engine, int seed, PostgresServer? server = null)
{
    private const int Clients = 3;
    private const int People = 60;
    private const int MostTriesAgain = 5;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan InHand = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan WhileOneStarts = TimeSpan.FromMilliseconds(600);

    private readonly Random random = new(seed);
    private readonly KillLedger told = new();
    private readonly Node[] nodes = [.. Enumerable.Range(0, engine == DatabaseProvider.Postgres ? 2 : 1).Select(_ => new Node(PortalApp.KnownPort(), RunFolder.NewPathOnDisk()))];
    private readonly ConcurrentQueue<Somebody> free = new();
    private readonly ConcurrentQueue<Operator> forgetful = new();
    private volatile bool isStarting;

    /// <summary>Kills so many times.</summary>
    /// <param name="kills">How often.</param>
    /// <param name="progress">Is told how often it was done.</param>
    public async Task<KillReport> RunAsync(int kills, Action<int>? progress = null)
    {
        await using var sink = new SmtpSink();
        var database = server is null
            ? await TestDatabase.OfAsync(nodes[0].Directory, isNew: true, engine)
            : TestDatabase.Settings(server.ConnectionString(await server.CreateDatabaseAsync()));
        var settings = SettingsWith(database, sink);
        await using var services = PortalServices.Create(
        [
            ("Portal:DataDirectory", nodes[0].Directory), .. database.Select(setting => (setting.Key, setting.Value)), .. sink.Settings,
        ]);
        services.Clock.AdjustTime(DateTimeOffset.UtcNow);
        await services.Contexts.MigrateAsync();
        await AddPeopleAsync(services, kills);

        var longest = TimeSpan.Zero;
        using var over = new CancellationTokenSource();
        try
        {
            await Task.WhenAll(nodes.Select(node => StartAsync(node, settings)));
            var load = Enumerable.Range(0, Clients).Select(client => Task.Run(() => UseAsync(new Random(seed + client), over.Token))).ToList();
            for (var kill = 1; kill <= kills; kill++)
            {
                // In the middle of whatever the others are doing while one is being told something.
                await GoOnAsync(load, random.Next(1, Clients));
                var took = server is null ? await RestartAsync(nodes[random.Next(nodes.Length)], settings) : await RestartAsync(server, crashes: kill % 2 == 0, load);
                longest = took > longest ? took : longest;
                progress?.Invoke(kill);
            }

            await over.CancelAsync();
            await Task.WhenAll(load);
            var found = await FindAsync(services, sink);
            return new(kills, told.Count, (found.Taken.Count, found.Taken.Count - found.Taken.DistinctBy(copy => copy.MessageId).Count()), longest, [.. found.Faults(told)]);
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(nodes.Select(KillAsync));
        }
    }

    private async Task<TimeSpan> RestartAsync(Node node, Dictionary<string, string> settings)
    {
        await KillAsync(node);
        told.Killed++;
        isStarting = true;
        var took = await StartAsync(node, settings);
        isStarting = false;
        return took;
    }

    private async Task<TimeSpan> RestartAsync(PostgresServer database, bool crashes, List<Task> load)
    {
        await database.RestartAsync(crashes);
        var began = Stopwatch.GetTimestamp();
        await GoOnAsync(load, 1);
        foreach (var node in nodes)
        {
            await ReadyAsync(node);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    // Until so much more was told.
    private async Task GoOnAsync(List<Task> load, int more)
    {
        var until = told.Count + more;
        var began = Stopwatch.GetTimestamp();
        while (told.Count < until)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience.Long)
            {
                throw new InvalidOperationException("Nobody gets in any more.");
            }

            await Task.WhenAny(Task.Delay(random.Next(1, 5)), Task.WhenAny(load));
            await FailedAsync(load);
        }
    }

    private Dictionary<string, string> SettingsWith(IReadOnlyDictionary<string, string> database, SmtpSink sink)
    {
        var settings = database.Concat(sink.Settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        settings["Portal__PublicUrl"] = $"http://127.0.0.1:{nodes[0].Port}";
        settings["Logging__LogLevel__Default"] = "None";
        return settings;
    }

    private async Task AddPeopleAsync(PortalServices services, int kills)
    {
        var account = await services.AddAccountAsync();
        for (var number = 0; number < People; number++)
        {
            var who = await services.AddOperatorAsync(account, $"Person{number}");
            var key = await services.AddAuthenticatorAsync(who);
            var codes = await services.AddRecoveryCodesAsync(who);
            free.Enqueue(new(who, PretendPhone.FromKey(key.ToBase32()), new(codes.Codes.Select(code => code.ToGroups()))));
        }

        for (var number = 0; number < Math.Max(20, 2 * kills); number++)
        {
            forgetful.Enqueue(await services.AddOperatorAsync(account, $"Forgetful{number}"));
        }

        // One hash for all, made as the program makes it: with fewer rounds each first sign-in would make another.
        var hash = new PasswordHasher<Operator>(Options.Create(new PasswordHasherOptions { IterationCount = SecurityServices.PasswordRounds })).HashPassword(new() { Name = "" }, PortalServices.Password);
        await services.Contexts.WriteAsync(account.Id, db => db.Operators.ExecuteUpdateAsync(set => set.SetProperty(who => who.PasswordHash, hash)));
    }

    private async Task<TimeSpan> StartAsync(Node node, Dictionary<string, string> settings)
    {
        var began = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Urls"] = node.Address.ToString();
        start.Environment["Portal__DataDirectory"] = node.Directory;
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        node.Process = process;
        try
        {
            await ReadyAsync(node);
        }
        catch (InvalidOperationException) when (process.HasExited)
        {
            throw new InvalidOperationException($"A node does not start again: {await said}");
        }

        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task ReadyAsync(Node node)
    {
        using var client = new HttpClient { BaseAddress = node.Address };
        var ready = await Patience.UntilAsync(async () =>
        {
            if (node.Process!.HasExited)
            {
                throw new InvalidOperationException("A node has ended.");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.IsSuccessStatusCode ? "" : null;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        });
        if (ready is null)
        {
            throw new InvalidOperationException("A node does not become ready.");
        }
    }

    private static async Task KillAsync(Node node)
    {
        if (node.Process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            node.Process = null;
        }
    }

    private static async Task FailedAsync(List<Task> load)
    {
        if (load.Find(task => task.IsFaulted) is { } failed)
        {
            await failed;
        }
    }

    // A person after the other. What breaks off was not told to anybody.
    private async Task UseAsync(Random chance, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (isStarting)
            {
                // On with it, but not so that nothing is left of the machine for the one that starts.
                await Task.Delay(WhileOneStarts, CancellationToken.None);
            }

            using var browser = new HttpBrowser(nodes[chance.Next(nodes.Length)].Address);
            Somebody? somebody = null;
            try
            {
                if (chance.Next(4) == 0 && forgetful.TryDequeue(out var who))
                {
                    await AskAsync(browser, who);
                }
                else if (!free.TryDequeue(out somebody) || !await SignInAsync(browser, somebody, chance))
                {
                    // Everybody has had a turn in this time step.
                    await Task.Delay(Breath, CancellationToken.None);
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException or TaskCanceledException)
            {
                await Task.Delay(Breath, CancellationToken.None);
            }
            finally
            {
                if (somebody is not null)
                {
                    free.Enqueue(somebody);
                }
            }
        }
    }

    private async Task AskAsync(HttpBrowser browser, Operator who)
    {
        var answer = await browser.FollowAsync(await browser.SubmitAsync(Served(await browser.GetAsync("/forgot-password")), "form[action='/forgot-password']", ("email", who.Email!)));
        if (answer.Status == System.Net.HttpStatusCode.OK)
        {
            told.Asked.Enqueue(who.Id);
        }
    }

    private async Task<bool> SignInAsync(HttpBrowser browser, Somebody somebody, Random chance)
    {
        var now = DateTimeOffset.UtcNow;
        var step = TotpVerifier.StepAt(now);
        var isAgain = step <= somebody.LastTried;
        var byRecoveryCode = isAgain && chance.Next(2) == 0 && somebody.RecoveryCodes.Count > 0;
        if (isAgain && !byRecoveryCode && ++somebody.TriesAgain > MostTriesAgain)
        {
            return false;
        }

        var page = Served(await browser.FollowAsync(await browser.SubmitAsync(
            Served(await browser.GetAsync("/sign-in")), "form[action='/sign-in']", ("email", somebody.Who.Email!), ("password", PortalServices.Password))));
        if (page.Address.AbsolutePath != "/sign-in/code")
        {
            return false;
        }

        // Each is tried once more later: whether it was accepted, refused, or nobody knows.
        var code = byRecoveryCode ? somebody.RecoveryCodes.Dequeue() : await somebody.Phone.CodeAsync(now);
        somebody.LastTried = byRecoveryCode ? somebody.LastTried : step;
        told.CodesSent.AddOrUpdate(somebody.Who.Id, 1, (_, sent) => sent + 1);
        told.RecoveryCodesSent.AddOrUpdate(somebody.Who.Id, byRecoveryCode ? 1 : 0, (_, sent) => sent + (byRecoveryCode ? 1 : 0));
        var answer = await browser.SubmitAsync(page, "form[action='/sign-in/code']", (byRecoveryCode ? "recovery" : "code", code));
        if (answer.Location?.AbsolutePath == "/home")
        {
            told.SignIns.Enqueue(new(somebody.Who.Id, byRecoveryCode ? null : step, byRecoveryCode ? code : null));
        }

        return true;
    }

    // A page that says that something went wrong tells no more than one that does not come.
    private static HttpAnswer Served(HttpAnswer answer) =>
        answer.Status < System.Net.HttpStatusCode.InternalServerError ? answer : throw new HttpRequestException($"{answer.Address} answers {answer.Status}.");

    private static async Task<KillFound> FindAsync(PortalServices services, SmtpSink sink)
    {
        await Patience.UntilAsync(async () =>
        {
            // What a process had in hand when it was killed belongs to it for some minutes more: as if these had passed. One that lives has it for less.
            var taken = DateTimeOffset.UtcNow + MailWorker.Lease - InHand;
            await services.Contexts.WriteAcrossAccountsAsync(db => db.Mails.Where(mail => mail.SentAt == null && (mail.LeasedUntil == null || mail.LeasedUntil < taken))
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, (DateTimeOffset?)null).SetProperty(mail => mail.NotBefore, mail => mail.QueuedAt)));
            await using var look = services.Contexts.AcrossAccounts();
            return await look.Mails.AnyAsync(mail => mail.SentAt == null && mail.CancelledAt == null) ? null : "";
        });
        await services.Get<AuditSeals>().SealAsync(CancellationToken.None);
        var record = await services.Get<AuditSeals>().CheckAsync();
        await using var db = services.Contexts.AcrossAccounts();
        var mails = await db.Mails.Where(mail => mail.Kind == PasswordLetter.Name && mail.CancelledAt == null).Select(mail => new { mail.OperatorId, mail.MessageId }).ToListAsync();
        return new(
            await db.AuditEntries.Where(entry => entry.Action == "SignedIn").GroupBy(entry => entry.ActorId!.Value).ToDictionaryAsync(group => group.Key, group => group.Count()),
            await db.Sessions.GroupBy(session => session.OperatorId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count),
            await db.Authenticators.ToDictionaryAsync(row => row.OperatorId, row => row.LastAcceptedTimeStep),
            await db.RecoveryCodes.Where(code => code.SpentAt != null).GroupBy(code => code.OperatorId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count),
            mails.ToLookup(mail => mail.OperatorId, mail => mail.MessageId),
            [.. sink.Taken.Select(mail => new TakenCopy(mail.MessageId, mail.Text))],
            record.FirstBroken is { } broken ? string.Create(CultureInfo.InvariantCulture, $"Seal {broken.Number} of the record does not hold: {broken.Fault}.") : null);
    }

    private sealed class Node(int port, string directory)
    {
        public int Port => port;

        public string Directory => directory;

        public Uri Address { get; } = new($"http://127.0.0.1:{port}");

        public Process? Process { get; set; }
    }

    private sealed class Somebody(Operator who, PretendPhone phone, Queue<string> recoveryCodes)
    {
        public Operator Who => who;

        public PretendPhone Phone => phone;

        public Queue<string> RecoveryCodes => recoveryCodes;

        public long LastTried { get; set; }

        public int TriesAgain { get; set; }
    }
}
