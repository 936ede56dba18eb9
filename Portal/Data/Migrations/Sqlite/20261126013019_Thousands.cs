using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Thousands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PolicyOverrideReason",
                table: "Operators",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PolicyOverrideToldUntil",
                table: "Operators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKey",
                table: "Operators",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            // The order of the record becomes a number that is never given twice. SQLite cannot change a key, so the table is made
            // anew; its triggers refuse every DELETE, and a table that is dropped is not deleted from.
            migrationBuilder.Sql("""
                ALTER TABLE AuditEntries RENAME TO AuditEntries_Former;
                CREATE TABLE AuditEntries (
                    Id INTEGER NOT NULL CONSTRAINT PK_AuditEntries PRIMARY KEY AUTOINCREMENT,
                    AccountId TEXT NOT NULL, At INTEGER NOT NULL, Action TEXT NOT NULL, Refused TEXT NULL, ActorId TEXT NULL, ActorName TEXT NOT NULL,
                    SessionId TEXT NULL, SubjectId TEXT NULL, SubjectName TEXT NULL, Before TEXT NULL, After TEXT NULL, Reason TEXT NULL,
                    Address TEXT NOT NULL, UserAgent TEXT NOT NULL);
                INSERT INTO AuditEntries (AccountId, At, Action, Refused, ActorId, ActorName, SessionId, SubjectId, SubjectName, Before, After, Reason, Address, UserAgent)
                    SELECT AccountId, At, Action, Refused, ActorId, ActorName, SessionId, SubjectId, SubjectName, Before, After, Reason, Address, UserAgent
                    FROM AuditEntries_Former ORDER BY rowid;
                DROP TABLE AuditEntries_Former;
                CREATE INDEX IX_AuditEntries_SubjectId_At ON AuditEntries (SubjectId, At);
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries
                BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditEntries_NoDelete BEFORE DELETE ON AuditEntries
                BEGIN SELECT RAISE(ABORT, 'Audit entries are never deleted.'); END;
                """);

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstEntry = table.Column<long>(type: "INTEGER", nullable: false),
                    LastEntry = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "BulkJobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    ByStamp = table.Column<string>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    UserAgent = table.Column<string>(type: "TEXT", nullable: false),
                    Setting = table.Column<int>(type: "INTEGER", nullable: true),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    LoginOptions = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    SendsLink = table.Column<bool>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StoppedBecause = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkJobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CoverageDays",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Active = table.Column<int>(type: "INTEGER", nullable: false),
                    SetUpDue = table.Column<int>(type: "INTEGER", nullable: false),
                    NotSetUp = table.Column<int>(type: "INTEGER", nullable: false),
                    Paused = table.Column<int>(type: "INTEGER", nullable: false),
                    Disabled = table.Column<int>(type: "INTEGER", nullable: false),
                    SingleSignOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoverageDays", x => new { x.AccountId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "BulkItems",
                columns: table => new
                {
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkItems", x => new { x.JobId, x.Position });
                    table.ForeignKey(
                        name: "FK_BulkItems_BulkJobs_JobId",
                        column: x => x.JobId,
                        principalTable: "BulkJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_LastSignInAt_SearchKey",
                table: "Operators",
                columns: new[] { "AccountId", "LastSignInAt", "SearchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_NormalizedEmail",
                table: "Operators",
                columns: new[] { "AccountId", "NormalizedEmail" });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_Role_State",
                table: "Operators",
                columns: new[] { "AccountId", "Role", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_SearchKey",
                table: "Operators",
                columns: new[] { "AccountId", "SearchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_PolicyOverrideUntil",
                table: "Operators",
                column: "PolicyOverrideUntil");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_Action_At",
                table: "AuditEntries",
                columns: new[] { "AccountId", "Action", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_At_Id",
                table: "AuditEntries",
                columns: new[] { "AccountId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ActorId_At",
                table: "AuditEntries",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkItems_JobId_State_Position",
                table: "BulkItems",
                columns: new[] { "JobId", "State", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkJobs_AccountId_CreatedAt",
                table: "BulkJobs",
                columns: new[] { "AccountId", "CreatedAt" });

            migrationBuilder.Sql("""
                CREATE TRIGGER AuditSeals_NoUpdate BEFORE UPDATE ON AuditSeals
                BEGIN SELECT RAISE(ABORT, 'Audit seals are never changed.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditSeals_NoDelete BEFORE DELETE ON AuditSeals
                BEGIN SELECT RAISE(ABORT, 'Audit seals are never deleted.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("An older program does not know the seals of the record. Restore the backup that was made before.");
    }
}
