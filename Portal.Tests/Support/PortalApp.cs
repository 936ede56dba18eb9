using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpNet;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.SignIn;

namespace Portal.Tests.Support;

/// <summary>
/// The whole program on a real port, with a data directory of its own. In Development, the default, it
/// begins with the demo account.
/// </summary>
public sealed class PortalApp : WebApplicationFactory<Program>
{
    /// <summary>Hashing is slow on purpose; most tests are about something else.</summary>
    internal const int QuickPasswordRounds = 1_000;

    private const int FirstKnownPort = 20_000;
    private const int KnownPorts = 10_000;

    // Another run on the same machine begins elsewhere.
    private static int lastKnownPort = Environment.ProcessId * 37;

    private readonly TimeProvider? _clock;
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly IReadOnlyDictionary<string, string> _database;

    /// <summary>Starts the program.</summary>
    /// <param name="clock">The time, instead of the real one.</param>
    /// <param name="environment">The environment. Outside Development there is no demo account, and <c>Portal:PublicUrl</c> must be https.</param>
    /// <param name="settings">Settings by their path, such as <c>Session:Idle</c>.</param>
    /// <param name="dataDirectory">A data directory to be used again after a restart; else a new one.</param>
    /// <param name="services">What else a test wants replaced.</param>
    /// <param name="port">The port, where an address has to be known before; see <see cref="KnownPort"/>.</param>
    public PortalApp(
        TimeProvider? clock = null,
        string environment = "Development",
        IReadOnlyDictionary<string, string>? settings = null,
        string? dataDirectory = null,
        Action<IServiceCollection>? services = null,
        int port = 0)
    {
        (_clock, _environment, _settings, _services) = (clock, environment, settings ?? new Dictionary<string, string>(), services);
        DataDirectory = dataDirectory ?? NewDataDirectory();
        _database = TestDatabase.OfAsync(DataDirectory, isNew: dataDirectory is null).GetAwaiter().GetResult();
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        StartServer();
        BaseAddress = new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Its data directory.</summary>
    public string DataDirectory { get; }

    /// <summary>The time as the program has it.</summary>
    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The way to its database.</summary>
    public PortalContexts Contexts => Services.GetRequiredService<PortalContexts>();

    /// <summary>A free port that the system gives to nobody else by itself: below those that it hands out.</summary>
    public static int KnownPort()
    {
        while (true)
        {
            var port = FirstKnownPort + (Interlocked.Increment(ref lastKnownPort) % KnownPorts);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it.
            }
        }
    }

    /// <summary>A path for a data directory, with nothing there yet.</summary>
    public static string NewDataDirectory() => RunFolder.NewPath();

    /// <summary>A browser without cookies.</summary>
    public HttpBrowser NewBrowser() => new(BaseAddress);

    /// <summary>An operator as the database has it now, with the authenticator.</summary>
    public async Task<Operator> FindAsync(string email)
    {
        await using var db = Contexts.AcrossAccounts();
        return await db.Operators.AsNoTracking().Include(person => person.Authenticator).SingleAsync(person => person.Email == email);
    }

    /// <summary>Adds an account.</summary>
    public Task<Account> AddAccountAsync(string name, TwoFactorPolicy defaultPolicy = TwoFactorPolicy.Optional) => Contexts.WriteAcrossAccountsAsync(db =>
    {
        var account = new Account { Name = name, Language = "en", TimeZone = "Europe/Amsterdam", DefaultPolicy = defaultPolicy, CreatedAt = Now };
        db.Accounts.Add(account);
        return Task.FromResult(account);
    });

    /// <summary>Adds an active operator.</summary>
    /// <param name="name">Name.</param>
    /// <param name="email">E-mail address.</param>
    /// <param name="role">Role.</param>
    /// <param name="own">Own setting.</param>
    /// <param name="loginOptions">Ways to sign in.</param>
    /// <param name="key">The key in Base32 of an authenticator that is set up; <see langword="null"/> for none.</param>
    /// <param name="password">Password.</param>
    /// <param name="accountId">The account; else the first.</param>
    public Task<Operator> AddOperatorAsync(
        string name,
        string email,
        OperatorRole role = OperatorRole.Basic,
        TwoFactorPolicy? own = null,
        LoginOptions loginOptions = LoginOptions.Password,
        string? key = null,
        string? password = DemoPeople.Password,
        Guid? accountId = null) => Contexts.WriteAcrossAccountsAsync(async db =>
        {
            var account = accountId ?? (await db.Accounts.OrderBy(row => row.CreatedAt).FirstAsync()).Id;
            var who = NewOperators.Create(account, name, email, role, Now);
            (who.LoginOptions, who.PolicyOverride) = (loginOptions, own);
            who.PasswordHash = password is null ? null : Services.GetRequiredService<IPasswordHasher<Operator>>().HashPassword(who, password);
            db.Operators.Add(who);
            if (key is not null)
            {
                var id = Guid.CreateVersion7();
                who.KeyGeneration = 1;
                db.Authenticators.Add(new()
                {
                    Id = id,
                    AccountId = who.AccountId,
                    OperatorId = who.Id,
                    ProtectedKey = Services.GetRequiredService<KeyProtection>()
                        .Protect(who.AccountId, who.Id, id, 1, AuthenticatorKey.FromBytes(Base32Encoding.ToBytes(key))),
                    Generation = 1,
                    ConfirmedAt = Now,
                });
            }

            return who;
        });

    /// <summary>The address of an operator's newest link, as a mail or a person would carry it from this moment on.</summary>
    public Task<string> LinkOfAsync(string email, LinkPurpose purpose = LinkPurpose.SetUp) => Contexts.WriteAcrossAccountsAsync(async db =>
    {
        var link = await db.Links.Where(row => row.Purpose == purpose && db.Operators.Any(person => person.Id == row.OperatorId && person.Email == email))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstAsync();
        var links = Services.GetRequiredService<OneTimeLinks>();
        links.HandOver(link);
        return links.AddressOf(link.Id).PathAndQuery;
    });

    /// <summary>Gives somebody who has an authenticator recovery codes, and answers them as they are written down.</summary>
    public async Task<IReadOnlyList<string>> AddRecoveryCodesAsync(string email)
    {
        var set = await Services.GetRequiredService<RecoveryCodes>().MakeAsync();
        await Contexts.WriteAcrossAccountsAsync(async db =>
        {
            var who = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Email == email);
            await RecoveryCodes.GiveAsync(db, who.Authenticator!, set);
            who.Authenticator!.RecoveryCodesSavedAt = Now;
            return default(Nothing);
        });
        return [.. set.Codes.Select(code => code.ToGroups())];
    }

    /// <summary>Changes an operator's row behind everybody's back.</summary>
    public Task<int> ChangeAsync(string email, Action<Operator> change) => Contexts.WriteAcrossAccountsAsync(async db =>
    {
        change(await db.Operators.SingleAsync(person => person.Email == email));
        return await db.SaveChangesAsync();
    });

    /// <summary>Has somebody guess codes until no code is looked at any more: those of sign-ins that never succeeded count for a year.</summary>
    public Task<int> GuessForAYearAsync(string email) => Contexts.WriteAcrossAccountsAsync(async db =>
    {
        var who = await db.Operators.SingleAsync(person => person.Email == email);
        for (var signIn = 0; signIn < 5; signIn++)
        {
            db.PendingSignIns.Add(new()
            {
                AccountId = who.AccountId,
                OperatorId = who.Id,
                TokenHash = Guid.NewGuid().ToByteArray(),
                CreatedAt = Now,
                ExpiresAt = Now,
                SecurityStamp = who.SecurityStamp!,
                CodeTries = 5,
            });
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>The phone of somebody of the demo account who has set it up.</summary>
    public static PretendPhone PhoneOf(string email) => PretendPhone.FromKey(DemoPeople.All.Single(person => person.Email == email).Key!);

    /// <summary>A browser in which somebody has just signed in, by the pages that people use.</summary>
    /// <param name="email">Whose.</param>
    /// <param name="phone">The phone, of those who are asked for a code.</param>
    /// <param name="password">The password.</param>
    public async Task<HttpBrowser> SignInAsync(string email, PretendPhone? phone = null, string password = DemoPeople.Password)
    {
        var browser = NewBrowser();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", email), ("password", password));
        if (phone is not null)
        {
            var page = await browser.FollowAsync(answer);
            answer = await browser.SubmitAsync(page, "form[action='/sign-in/code']", ("code", await phone.CodeAsync(Now)));
        }

        Assert.True(answer.Location?.AbsolutePath == "/home", $"{email} did not get in: {answer.Status} {answer.Location} {answer.Text}");
        return browser;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("Portal:DataDirectory", DataDirectory);
        foreach (var (path, value) in _database.Concat(_settings))
        {
            builder.UseSetting(path, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            // Sign-ins of every test would drown what the run has to say.
            services.AddSingleton(TextWriter.Null);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = QuickPasswordRounds);
            if (_clock is not null)
            {
                services.AddSingleton(_clock);
            }

            _services?.Invoke(services);
        });
    }
}
