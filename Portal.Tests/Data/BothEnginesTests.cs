using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Data;

/// <summary>One program, two engines: whatever is asked or typed, both give the same answer.</summary>
public sealed class BothEnginesTests
{
    private const int Rounds = 45;

    // What has met a database the wrong way somewhere: quotes, wildcards, escapes, NUL, halves of characters, spellings, direction, length.
    private static readonly string[] Pieces =
    [
        "'", "\"", "%", "_", "\\", "--", ";", "\0", "\u0001", "\n", "\t", "\uFEFF", "\u200B", "\u202E", "\uD83D", "👩‍👩‍👧", "é", "e\u0301", "É", "ß", "ẞ", "İ", "ı", "ñ", "中", "א",
        "{0}", "$1", "@p0", "NULL", "a", "B", "z", " ", "  ", "@", ".", "example.com", new('x', 90),
    ];

    [Fact]
    public void Each_set_of_migrations_makes_what_the_model_says()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgres = new PostgresDesignTimeFactory().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
        Assert.Equal(EveryValue.Columns(sqlite), EveryValue.Columns(postgres));
    }

    [Fact]
    public async Task What_is_typed_is_taken_refused_found_and_ordered_the_same()
    {
        await using var onSqlite = await Company.OpenAsync(DatabaseProvider.Sqlite);
        await using var onPostgres = await Company.OpenAsync(DatabaseProvider.Postgres);
        var random = new Random(20_261_126);
        for (var round = 0; round < Rounds; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var (expected, found) = (await onSqlite.TryAsync(text), await onPostgres.TryAsync(text));
            Assert.True(expected == found, $"{Escaped(text)}\nSQLite:\n{Escaped(expected)}\nPostgreSQL:\n{Escaped(found)}");
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(character =>
        character is '\n' or (>= ' ' and <= '~') ? character.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}")));

    /// <summary>The same account on one engine, and all that a person can type into it.</summary>
    private sealed class Company : IAsyncDisposable
    {
        private readonly PortalServices node;
        private Account account = null!;
        private Actor ada = null!;
        private Operator anna = null!;
        private int invited;

        private Company(PortalServices node) => this.node = node;

        public static async Task<Company> OpenAsync(DatabaseProvider engine)
        {
            var company = new Company(await PortalServices.CreateAsync(engine));
            company.account = await company.node.AddAccountAsync();
            company.ada = await company.node.SignInAsync(await company.node.AddOperatorAsync(company.account, "Ada", OperatorRole.Administrator));
            company.anna = await company.node.AddOperatorAsync(company.account, "Anna");
            return company;
        }

        public async Task<string> TryAsync(string text)
        {
            var said = new StringBuilder();
            said.AppendLine((await node.Get<OperatorDetails>().RenameAsync(ada, anna.Id, text)).Refused.ToString());
            said.AppendLine((await node.Get<AccountDetails>().RenameAsync(ada, text)).Refused.ToString());
            var number = ++invited;
            said.AppendLine((await node.Get<Invitations>().InviteAsync(ada, new(text, $"{number}@example.com", OperatorRole.Basic, "en", null), byMail: true)).Refused.ToString());
            said.AppendLine((await node.Get<Invitations>().InviteAsync(ada, new("Finn", text, OperatorRole.Basic, text, null), byMail: true)).Refused.ToString());
            if (number % 3 == 0)
            {
                await SetAsync(text, said);
            }

            said.AppendLine(CultureInfo.InvariantCulture, $"{await node.Get<PasswordBudget>().ReserveAsync(text.ToUpperInvariant(), text, CancellationToken.None)}");

            foreach (var order in Enum.GetValues<OperatorOrder>())
            {
                foreach (var descending in new[] { false, true })
                {
                    var list = await node.Get<OperatorDirectory>().ReadAsync(ada, TwoFactorPolicy.Optional, new(OperatorFilter.Everybody) { Order = order, Descending = descending });
                    said.AppendLine(string.Join('|', list.Rows.Select(row => $"{row.Name} {row.Email}")));
                }
            }

            var found = await node.Get<OperatorDirectory>().ReadAsync(ada, TwoFactorPolicy.Optional, OperatorListQuery.Parse($"?q={Uri.EscapeDataString(Whole(text))}"));
            said.AppendLine(CultureInfo.InvariantCulture, $"{found.Total}: {string.Join('|', found.Rows.Select(row => row.Email))}");
            var record = await node.Get<AuditTrail>().PageAsync(ada, AuditFilter.Of(text, null, null, null));
            said.AppendLine(string.Join('|', record.Entries.Select(entry => $"{entry.Action} {entry.ActorName} {entry.SubjectName} {entry.Before} {entry.After}")));
            return said.ToString();
        }

        public ValueTask DisposeAsync() => node.DisposeAsync();

        // Every other text: reasons, addresses, languages, and where single sign-on is.
        private async Task SetAsync(string text, StringBuilder said)
        {
            var settings = node.Get<TwoFactorSettings>();
            var provider = node.Get<SingleSignOnSettings>();
            if (!await node.ReadAsync(account.Id, db => db.Authenticators.AnyAsync()))
            {
                await node.AddAuthenticatorAsync(anna);
            }

            said.AppendLine((await settings.SetOverrideAsync(ada, anna.Id, invited % 2 == 0 ? TwoFactorPolicy.Required : TwoFactorPolicy.Optional, await SeenAsync())).Refused.ToString());
            said.AppendLine((await settings.SetOverrideTermsAsync(ada, anna.Id, lastDay: null, text, await SeenAsync())).Refused.ToString());
            said.AppendLine((await node.Get<TwoFactorEnrollments>().ResetAsync(ada, anna.Id, text)).Refused.ToString());
            said.AppendLine((await node.Get<OperatorDetails>().SetLanguageAsync(ada, text)).Refused.ToString());
            said.AppendLine((await node.Get<AccountDetails>().SetLanguageAsync(ada, text)).Refused.ToString());
            said.AppendLine((await node.Get<AccountDetails>().SetTimeZoneAsync(ada, text)).Refused.ToString());
            said.AppendLine((await node.Get<EmailAddresses>().CorrectAsync(ada, anna.Id, $"{text}@example.com")).Refused.ToString());
            said.AppendLine((await node.Get<EmailAddresses>().AskAsync(ada, text)).Refused.ToString());
            said.AppendLine((await provider.SetNameAsync(ada, text)).Refused.ToString());
            said.AppendLine((await provider.SetIssuerAsync(ada, $"https://{text}")).Refused.ToString());
            said.AppendLine((await provider.SetClientIdAsync(ada, text)).Refused.ToString());
            said.AppendLine((await provider.SetSecretAsync(ada, text)).Refused.ToString());
            said.AppendLine((await provider.SetScopesAsync(ada, text)).Refused.ToString());
            var (who, row) = await node.ReadAsync(account.Id, async db => (await db.Operators.SingleAsync(person => person.Id == anna.Id), await db.SingleSignOns.SingleOrDefaultAsync()));
            said.AppendLine(CultureInfo.InvariantCulture, $"{who.Email} {who.PolicyOverrideReason} {row?.Name} {row?.Issuer} {row?.ClientId} {row?.Scopes}");

            async Task<DateTimeOffset?> SeenAsync() => (await node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == anna.Id))).PolicyOverrideChangedAt;
        }

        // An address cannot hold half a character.
        private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
