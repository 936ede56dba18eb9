using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Portal.Data;

/// <summary>Registers what this folder offers.</summary>
public static class DataServices
{
    /// <summary>Database, data directory and the feed of changes.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PortalOptions>().Bind(configuration.GetSection(PortalOptions.Section)).ValidateOnStart();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section))
            .Configure(options => options.ConnectionString = configuration.GetConnectionString("Portal") ?? "")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<AccountChanges>();
        services.AddMetrics();
        services.AddSingleton<Measures>();
        services.AddSingleton<DatabaseEngine>(provider => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Known switch
        {
            DatabaseProvider.Sqlite => ActivatorUtilities.CreateInstance<SqliteEngine>(provider),
            DatabaseProvider.Postgres => ActivatorUtilities.CreateInstance<PostgresEngine>(provider),
            null => throw new InvalidOperationException("Settings are looked at before anything is built on them."),
        });
        services.AddSingleton<PortalContexts>();
        services.AddHostedService<ChangeRelay>();
        return services;
    }

    /// <summary>Brings the database to the program's own schema.</summary>
    /// <exception cref="NewerDatabaseException">The database was written by a newer program.</exception>
    public static async Task MigrateAsync(this PortalContexts contexts, CancellationToken cancellationToken = default)
    {
        await using var db = contexts.AcrossAccounts();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var unknown = applied.Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new NewerDatabaseException(unknown[^1]);
        }

        // Migrating would compare the whole model at each start, even with nothing to do.
        if (db.Database.GetMigrations().Except(applied).Any())
        {
            await contexts.Engine.MigrateAsync(db, cancellationToken);
        }

        await FillSearchKeysAsync(contexts, cancellationToken);
        await contexts.Engine.PrepareAsync(db, cancellationToken);
    }

    // Operators of an older program have none: SQL folds neither case nor accents beyond ASCII.
    private static async Task FillSearchKeysAsync(PortalContexts contexts, CancellationToken cancellationToken)
    {
        const int Batch = 1_000;
        await using var look = contexts.AcrossAccounts();
        var accounts = await look.Accounts
            .Where(account => look.Operators.Any(person => person.AccountId == account.Id && person.SearchKey == ""))
            .Select(account => account.Id).ToListAsync(cancellationToken);
        foreach (var account in accounts)
        {
            int filled;
            do
            {
                filled = await contexts.WriteAsync(
                    account,
                    async db =>
                    {
                        var people = await db.Operators.Where(person => person.SearchKey == "").Take(Batch).ToListAsync(CancellationToken.None);
                        people.ForEach(person => db.Entry(person).State = EntityState.Modified);
                        return people.Count;
                    },
                    cancellationToken: cancellationToken);
            }
            while (filled > 0);
        }
    }
}

/// <summary>The database was written by a newer program than this one.</summary>
/// <param name="migration">The first thing in it that this program does not know.</param>
public sealed class NewerDatabaseException(string migration)
    : Exception($"The database was written by a newer Portal (it knows {migration}). Start that one, or restore a backup.");
