using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OtpNet;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Operators;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Tests.Support;

/// <summary>
/// Portal's own services over a database of their own, without a web server: what a node is to its circuits. Time stands
/// still until a test moves it.
/// </summary>
public sealed class PortalServices : IAsyncDisposable
{
    /// <summary>The password of every operator who was given one.</summary>
    public const string Password = "Demo-Pass-2026";

    // As in PortalApp: the tests are about what follows a hash, not about how long one takes.
    private const int QuickRounds = 1_000;

    private readonly ServiceCollection services = new();
    private readonly ServiceProvider provider;

    private PortalServices(string directory, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Directory = directory;
        System.IO.Directory.CreateDirectory(Directory);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Portal:PublicUrl"] = "https://portal.example.com",
                ["Portal:Issuer"] = "Portal",
                ["Portal:DataDirectory"] = Directory,
                ["Session:Idle"] = "00:30:00",
                ["Session:Absolute"] = "12:00:00",
                ["Database:Provider"] = "Sqlite",
                ["ConnectionStrings:Portal"] = "Data Source=portal.db",
            })
            .AddInMemoryCollection(settings)
            .Build();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Testing", ContentRootPath = Directory });
        services.AddPortalData(configuration);
        services.AddPortalSecurity(configuration);
        services.AddPortalMail(configuration);
        services.AddTwoFactor();
        services.AddAccounts();
        services.AddOperators();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PortalApp.QuickPasswordRounds);
        services.AddSingleton<TimeProvider>(Clock);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = QuickRounds);
        provider = services.BuildServiceProvider();
    }

    /// <summary>The time, at first a quarter past nine in the morning, five seconds into a time step.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 15, 5, TimeSpan.Zero));

    /// <summary>The data directory.</summary>
    public string Directory { get; }

    /// <summary>The way to the database.</summary>
    public PortalContexts Contexts => Get<PortalContexts>();

    /// <summary>Services with an empty database.</summary>
    /// <param name="settings">Settings that differ, such as ("Session:Idle", "08:00:00").</param>
    public static Task<PortalServices> CreateAsync(params (string Key, string Value)[] settings) => CreateAsync(TestDatabase.Provider, settings);

    /// <summary>Services with an empty database of one engine, whichever the test runs on.</summary>
    internal static async Task<PortalServices> CreateAsync(DatabaseProvider engine, params (string Key, string Value)[] settings)
    {
        var directory = RunFolder.NewPath();
        return Create(directory, [.. (await TestDatabase.OfAsync(directory, isNew: true, engine)).Select(setting => (setting.Key, setting.Value)), .. settings]);
    }

    /// <summary>Services without a database.</summary>
    internal static PortalServices Create(params (string Key, string Value)[] settings) => Create(RunFolder.NewPath(), settings);

    private static PortalServices Create(string directory, (string Key, string Value)[] settings) =>
        new(directory, settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));

    /// <summary>Another node on the same database, with a data directory of its own.</summary>
    public PortalServices Another() => Create([.. TestDatabase.SettingsOf(Contexts.Engine).Select(setting => (setting.Key, setting.Value))]);

    /// <summary>One of the services.</summary>
    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Something of its own over the services, such as a second worker.</summary>
    public T Create<T>(params object[] own) => ActivatorUtilities.CreateInstance<T>(provider, own);

    /// <summary>Gives a circuit (a bUnit context) the node's services: the shared ones are shared, the scoped ones its own.</summary>
    public void Share(IServiceCollection circuit)
    {
        foreach (var service in services.Where(service => service.ServiceType.Namespace?.StartsWith("Portal", StringComparison.Ordinal) == true))
        {
            if (service.Lifetime == ServiceLifetime.Singleton)
            {
                // An instance, not a factory: the circuit must not dispose what is not its own.
                circuit.AddSingleton(service.ServiceType, provider.GetRequiredService(service.ServiceType));
            }
            else
            {
                circuit.Add(service);
            }
        }

        circuit.AddSingleton<TimeProvider>(Clock);
        circuit.AddSingleton(Get<IPasswordHasher<Operator>>());
        circuit.AddSingleton(Get<IDataProtectionProvider>());
        circuit.AddSingleton(Get<IOptions<PortalOptions>>());
        circuit.AddSingleton(Get<IOptions<SessionOptions>>());
        circuit.AddSingleton(Get<IHostEnvironment>());
    }

    /// <summary>Adds an account.</summary>
    public Task<Account> AddAccountAsync(TwoFactorPolicy accountDefault = TwoFactorPolicy.Optional, string name = "Example Company") =>
        Contexts.WriteAcrossAccountsAsync(db =>
        {
            var account = new Account
            {
                Name = name,
                Language = "en",
                TimeZone = "Europe/Amsterdam",
                DefaultPolicy = accountDefault,
                CreatedAt = Clock.GetUtcNow(),
            };
            db.Accounts.Add(account);
            return Task.FromResult(account);
        });

    /// <summary>Adds an operator, with nothing set up; whoever may use a password and has accepted has one.</summary>
    public Task<Operator> AddOperatorAsync(
        Account account,
        string name,
        OperatorRole role = OperatorRole.Basic,
        TwoFactorPolicy? own = null,
        LoginOptions login = LoginOptions.Password,
        OperatorState state = OperatorState.Active,
        bool hasPassword = true,
        string? email = null) =>
        Contexts.WriteAsync(account.Id, db =>
        {
            email ??= $"{name.ToLowerInvariant()}@example.com";
            var who = NewOperators.Create(account.Id, name, email, role, Clock.GetUtcNow());
            (who.State, who.LoginOptions, who.PolicyOverride) = (state, login, own);
            who.PasswordHash = hasPassword && state != OperatorState.Invited && login.HasFlag(LoginOptions.Password) ? Get<IPasswordHasher<Operator>>().HashPassword(who, Password) : null;
            db.Operators.Add(who);
            return Task.FromResult(who);
        });

    /// <summary>Gives an operator a confirmed authenticator, and answers its key.</summary>
    public Task<AuthenticatorKey> AddAuthenticatorAsync(Operator whom) =>
        Contexts.WriteAsync(whom.AccountId, async db =>
        {
            var (id, key) = (Guid.CreateVersion7(), AuthenticatorKey.Create());
            var who = await db.Operators.SingleAsync(person => person.Id == whom.Id);
            who.KeyGeneration++;
            db.Authenticators.Add(new()
            {
                Id = id,
                AccountId = who.AccountId,
                OperatorId = who.Id,
                ProtectedKey = Get<KeyProtection>().Protect(who.AccountId, who.Id, id, who.KeyGeneration, key),
                Generation = who.KeyGeneration,
                ConfirmedAt = Clock.GetUtcNow(),
            });
            db.Announce(who.AccountId, who.Id);
            return key;
        });

    /// <summary>Gives the authenticator of an operator recovery codes, and answers them.</summary>
    /// <param name="whom">Whose.</param>
    /// <param name="saved">Whether the operator has said that they are kept.</param>
    public async Task<RecoveryCodeSet> AddRecoveryCodesAsync(Operator whom, bool saved = true)
    {
        var set = await Get<RecoveryCodes>().MakeAsync();
        return await Contexts.WriteAsync(whom.AccountId, async db =>
        {
            var authenticator = await db.Authenticators.SingleAsync(row => row.OperatorId == whom.Id);
            await RecoveryCodes.GiveAsync(db, authenticator, set);
            authenticator.RecoveryCodesSavedAt = saved ? Clock.GetUtcNow() : null;
            db.Announce(whom.AccountId, whom.Id);
            return set;
        });
    }

    /// <summary>Spends a recovery code as a second factor is spent; answers whether it counted.</summary>
    public async Task<bool> SpendRecoveryCodeAsync(Operator whom, string code)
    {
        var presented = await ReadAsync(whom.AccountId, db => Get<RecoveryCodes>().PresentAsync(db, whom.Id, code));
        return presented is not null && await Contexts.WriteAsync(whom.AccountId, db => Get<RecoveryCodes>().SpendAsync(db, whom.Id, presented));
    }

    /// <summary>Opens a session for an operator, as sign-in does; each call is another browser.</summary>
    public Task<Actor> SignInAsync(Operator whom, SignInMethod method = SignInMethod.Password) =>
        Contexts.WriteAsync(whom.AccountId, db =>
        {
            var client = new Client("192.0.2.10", "192.0.2.10", "Tests");
            var (session, _) = Get<Sessions>().Open(db, whom, method, client);
            return Task.FromResult(new Actor(whom.Id, whom.AccountId, session.Id, client.Address, client.UserAgent));
        });

    /// <summary>Reads something of an account.</summary>
    public async Task<T> ReadAsync<T>(Guid accountId, Func<PortalDbContext, Task<T>> read)
    {
        await using var db = Contexts.For(accountId);
        return await read(db);
    }

    /// <summary>Changes something behind everybody's back, and tells the pages of the operator.</summary>
    public Task ChangeAsync(Operator whom, Action<Operator> change) =>
        Contexts.WriteAsync(whom.AccountId, async db =>
        {
            change(await db.Operators.SingleAsync(person => person.Id == whom.Id));
            db.Announce(whom.AccountId, whom.Id);
            return 0;
        });

    /// <summary>The code that an app with this key shows, at another time if wanted.</summary>
    public string CodeOf(AuthenticatorKey key, TimeSpan away = default) => new Totp(key.ToBytes()).ComputeTotp((Clock.GetUtcNow() + away).UtcDateTime);

    /// <summary>A code that an app with this key shows at no time near.</summary>
    public string WrongCodeFor(AuthenticatorKey key) => Enumerable.Range(0, 1000).Select(number => $"{number:D6}")
        .First(code => !new Totp(key.ToBytes()).VerifyTotp(Clock.GetUtcNow().UtcDateTime, code, out _, new VerificationWindow(60, 60)));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
