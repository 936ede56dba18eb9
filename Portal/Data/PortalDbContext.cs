using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain;

namespace Portal.Data;

/// <summary>What is kept. A context is bound to one account and lives for one gesture; without an account it shows no rows.</summary>
/// <remarks>Made by <see cref="PortalContexts"/> only. One empty subclass and one set of migrations for each database engine.</remarks>
public abstract class PortalDbContext : IdentityUserContext<Operator, Guid>
{
    // All of an operator that numbers are made of, with the authenticator.
    private static readonly string[] Counted =
    [
        nameof(Operator.State), nameof(Operator.LoginOptions), nameof(Operator.PolicyOverride), nameof(Operator.PolicyOverrideUntil),
        nameof(Operator.PolicyOverrideAfter), nameof(Operator.SsoIssuer), nameof(Operator.SsoClientId),
    ];

    private readonly Guid accountId;
    private readonly bool acrossAccounts;
    private readonly Dictionary<(Guid AccountId, Guid? OperatorId), bool> changes = [];
    private readonly List<Action> afterCommit = [];

    /// <param name="options">The engine.</param>
    /// <param name="accountId">The account whose rows are seen; <see cref="Guid.Empty"/> sees none.</param>
    /// <param name="acrossAccounts">Whether the rows of every account are seen: sign-in, workers and the command line.</param>
    protected PortalDbContext(DbContextOptions options, Guid accountId, bool acrossAccounts)
        : base(options) => (this.accountId, this.acrossAccounts) = (accountId, acrossAccounts);

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<SingleSignOn> SingleSignOns => Set<SingleSignOn>();

    public DbSet<Operator> Operators => Set<Operator>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<PendingKey> PendingKeys => Set<PendingKey>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<PendingSignIn> PendingSignIns => Set<PendingSignIn>();

    public DbSet<PasswordTries> PasswordTries => Set<PasswordTries>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<SignInTicket> SignInTickets => Set<SignInTicket>();

    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    public DbSet<HelpRequest> HelpRequests => Set<HelpRequest>();

    public DbSet<MailMessage> Mails => Set<MailMessage>();

    public DbSet<MailDelivery> MailDelivery => Set<MailDelivery>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<CoverageDay> CoverageDays => Set<CoverageDay>();

    public DbSet<BulkJob> BulkJobs => Set<BulkJob>();

    public DbSet<BulkItem> BulkItems => Set<BulkItem>();

    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    /// <summary>How the engine keeps the record as it was written.</summary>
    public abstract IAuditGuard AuditGuard { get; }

    /// <summary>What pages have to be told once this is committed; complete once it is saved.</summary>
    public IReadOnlyList<AccountChange> Announced => [.. changes.Select(change => new AccountChange(change.Key.AccountId, change.Key.OperatorId, change.Value))];

    /// <summary>
    /// Whether anybody but one operator has an address. This and <see cref="IsSignInNameTakenAsync"/> are the questions that look
    /// beyond the account: addresses are unique in the installation.
    /// </summary>
    /// <param name="normalizedEmail">The address in its normalised form.</param>
    /// <param name="except">Whose it may be.</param>
    public Task<bool> IsAddressTakenAsync(string normalizedEmail, Guid? except = null) =>
        Operators.IgnoreQueryFilters().AnyAsync(person => person.NormalizedEmail == normalizedEmail && person.Id != except);

    /// <summary>Whether another account has a sign-in name for single sign-on: those are unique in the installation too.</summary>
    public Task<bool> IsSignInNameTakenAsync(string name, Guid except) =>
        SingleSignOns.IgnoreQueryFilters().AnyAsync(provider => provider.Name == name && provider.AccountId != except);

    /// <summary>Notes that pages showing the account, or the operator, have to read anew once this is committed.</summary>
    /// <param name="changedAccountId">The account.</param>
    /// <param name="operatorId">The operator; <see langword="null"/> for the account itself.</param>
    /// <param name="counts">Whether operators have to be counted anew. Of rows that are saved here it is seen; of what a statement wrote it has to be said.</param>
    public void Announce(Guid changedAccountId, Guid? operatorId, bool counts = false) =>
        changes[(changedAccountId, operatorId)] = counts || changes.GetValueOrDefault((changedAccountId, operatorId));

    /// <summary>What is done once this is committed, and not at all if it never is.</summary>
    public IReadOnlyList<Action> Following => afterCommit;

    /// <summary>Notes something small to do once this is committed, such as waking who waits for it.</summary>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepInStep();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepInStep();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Identity's own tables would keep a second, unencrypted copy of keys and codes; without them its stock providers fail.
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserLogin<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();
        builder.Ignore<IdentityUserPasskey<Guid>>();

        builder.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(a => a.Name).HasMaxLength(100);
            if (!acrossAccounts)
            {
                account.HasQueryFilter(a => a.Id == accountId);
            }
        });

        builder.Entity<SingleSignOn>(provider =>
        {
            provider.ToTable("SingleSignOn");
            provider.HasKey(s => s.AccountId);
            provider.HasIndex(s => s.Name).IsUnique();
            provider.HasOne<Account>().WithOne().HasForeignKey<SingleSignOn>(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });

        builder.Entity<Operator>(person =>
        {
            person.ToTable("Operators");
            person.Ignore(o => o.PhoneNumber).Ignore(o => o.PhoneNumberConfirmed).Ignore(o => o.TwoFactorEnabled)
                .Ignore(o => o.LockoutEnabled).Ignore(o => o.LockoutEnd).Ignore(o => o.AccessFailedCount).Ignore(o => o.ConcurrencyStamp);
            person.Property(o => o.Name).HasMaxLength(100);
            person.HasIndex(o => o.NormalizedEmail).IsUnique();
            person.Property(o => o.SearchKey).HasMaxLength(SearchKey.Longest);
            person.Property(o => o.PolicyOverrideReason).HasMaxLength(Domain.Entry.LongestReason);

            // All that the numbers are made of, so that counting reads no row.
            person.HasIndex(o => new { o.AccountId, o.State, o.LoginOptions, o.PolicyOverride, o.PolicyOverrideUntil, o.PolicyOverrideAfter, o.Id })
                .HasDatabaseName("IX_Operators_Numbers");
            person.HasIndex(o => new { o.AccountId, o.Role, o.State });
            person.HasIndex(o => new { o.AccountId, o.SearchKey });
            person.HasIndex(o => new { o.AccountId, o.NormalizedEmail });
            person.HasIndex(o => new { o.AccountId, o.LastSignInAt, o.SearchKey });
            person.HasIndex(o => new { o.AccountId, o.PolicyOverrideUntil });
            person.HasIndex(o => o.PolicyOverrideUntil);
            person.HasIndex(o => new { o.AccountId, o.SsoIssuer, o.SsoSubject }).IsUnique();
            person.HasOne<Account>().WithMany().HasForeignKey(o => o.AccountId).OnDelete(DeleteBehavior.Restrict);
        });

        builder.Entity<Authenticator>(authenticator =>
        {
            authenticator.HasIndex(a => a.OperatorId).IsUnique();

            // Whether there is one, without reading the row: the numbers ask it of everybody.
            authenticator.HasIndex(a => new { a.OperatorId, a.AccountId, a.Id }).HasDatabaseName("IX_Authenticators_Numbers");
            authenticator.HasOne<Operator>().WithOne(o => o.Authenticator).HasForeignKey<Authenticator>(a => a.OperatorId);
        });

        builder.Entity<PendingKey>(pending =>
        {
            pending.HasIndex(p => p.OperatorId).IsUnique();
            pending.HasOne<Operator>().WithOne().HasForeignKey<PendingKey>(p => p.OperatorId);
        });

        builder.Entity<Session>(session =>
        {
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => new { s.OperatorId, s.EndedAt });
            session.HasOne<Operator>().WithMany().HasForeignKey(s => s.OperatorId);
        });

        builder.Entity<PendingSignIn>(pending =>
        {
            pending.HasIndex(p => p.TokenHash).IsUnique();
            pending.HasIndex(p => new { p.OperatorId, p.CompletedAt, p.CreatedAt });
            pending.HasOne<Operator>().WithMany().HasForeignKey(p => p.OperatorId);
        });

        builder.Entity<OneTimeLink>(link =>
        {
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => new { l.OperatorId, l.Purpose, l.CreatedAt });
            link.HasOne<Operator>().WithMany().HasForeignKey(l => l.OperatorId);
        });

        builder.Entity<SignInTicket>(ticket =>
        {
            ticket.HasIndex(t => t.TokenHash).IsUnique();
            ticket.HasOne<Operator>().WithMany().HasForeignKey(t => t.OperatorId);
        });

        builder.Entity<RecoveryCodeRow>(code =>
        {
            code.ToTable("RecoveryCodes");
            code.HasIndex(c => new { c.OperatorId, c.Hash });
            code.HasOne<Authenticator>().WithMany().HasForeignKey(c => c.AuthenticatorId).OnDelete(DeleteBehavior.Cascade);
        });

        builder.Entity<HelpRequest>(request =>
        {
            request.HasIndex(r => new { r.AccountId, r.ExpiresAt });
            request.HasOne<Operator>().WithMany().HasForeignKey(r => r.OperatorId);
        });

        builder.Entity<MailMessage>(mail =>
        {
            mail.ToTable("Mails");
            mail.HasIndex(m => new { m.SentAt, m.SetAsideAt, m.CancelledAt, m.NotBefore });
            mail.HasIndex(m => new { m.OperatorId, m.QueuedAt });
            mail.HasOne<Operator>().WithMany().HasForeignKey(m => m.OperatorId);
        });

        builder.Entity<MailDelivery>().Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Entity<PasswordTries>().HasKey(tries => tries.Id);
        builder.Entity<PasswordTries>().HasIndex(tries => tries.LastAt);
        builder.Entity<AuditEntry>(entry =>
        {
            entry.Property(e => e.Id).ValueGeneratedOnAdd();
            entry.HasIndex(e => new { e.AccountId, e.At, e.Id });
            entry.HasIndex(e => new { e.AccountId, e.Action, e.At });
            entry.HasIndex(e => new { e.SubjectId, e.At });
            entry.HasIndex(e => new { e.ActorId, e.At });
        });

        builder.Entity<AuditSeal>(seal =>
        {
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
        });

        builder.Entity<CoverageDay>().HasKey(day => new { day.AccountId, day.Day });
        builder.Entity<BulkJob>().HasIndex(job => new { job.AccountId, job.CreatedAt });
        builder.Entity<BulkItem>(item =>
        {
            item.HasKey(i => new { i.JobId, i.Position });
            item.HasIndex(i => new { i.JobId, i.State, i.Position });
            item.HasOne<BulkJob>().WithMany().HasForeignKey(i => i.JobId);
        });

        builder.Entity<ChangeRow>(change =>
        {
            change.ToTable("Changes");
            change.HasKey(c => c.Id);
            change.Property(c => c.Id).ValueGeneratedOnAdd();
        });

        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            if (!acrossAccounts && typeof(IAccountOwned).IsAssignableFrom(entity.ClrType))
            {
                entity.SetQueryFilter(OwnedByAccount(entity.ClrType));
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }
        }
    }

    // row => row.AccountId == accountId, read from the context at hand at each query. Nothing else stands in it: with an OR, no
    // index that begins with the account could be used.
    private LambdaExpression OwnedByAccount(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var context = Expression.Constant(this, typeof(PortalDbContext));
        return Expression.Lambda(
            Expression.Equal(Expression.Property(row, nameof(IAccountOwned.AccountId)), Expression.Field(context, nameof(accountId))), row);
    }

    private void KeepInStep()
    {
        foreach (var entry in ChangeTracker.Entries<Operator>().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            entry.Entity.SearchKey = SearchKey.Of(entry.Entity.Name, entry.Entity.Email);
        }

        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }

        AnnounceCounted();
    }

    // Wherever in the program it is done: nobody who changes what is counted can forget to say so.
    private void AnnounceCounted()
    {
        foreach (var entry in ChangeTracker.Entries<Operator>())
        {
            if (entry.State is EntityState.Added or EntityState.Deleted || (entry.State == EntityState.Modified && Counted.Any(HasChanged)))
            {
                Announce(entry.Entity.AccountId, entry.Entity.Id, counts: true);
            }

            bool HasChanged(string name) => !Equals(entry.Property(name).OriginalValue, entry.Property(name).CurrentValue);
        }

        foreach (var entry in ChangeTracker.Entries<Authenticator>().Where(entry => entry.State is EntityState.Added or EntityState.Deleted))
        {
            Announce(entry.Entity.AccountId, entry.Entity.OperatorId, counts: true);
        }
    }

    /// <summary>Two models: one in which every row is filtered by its account, and one, for <see cref="PortalContexts.AcrossAccounts"/>, without.</summary>
    internal sealed class ModelForEachView : IModelCacheKeyFactory
    {
        /// <inheritdoc />
        public object Create(DbContext context, bool designTime) => (context.GetType(), ((PortalDbContext)context).acrossAccounts, designTime);
    }

    /// <summary>Instants as whole milliseconds since the Unix epoch: comparable on every engine.</summary>
    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
