using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Guard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Counts",
                table: "Changes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // REPLACE takes the row that is in its way, and no trigger of DELETE sees it.
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditEntries_NoReplace BEFORE INSERT ON AuditEntries
                WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id = NEW.Id)
                BEGIN SELECT RAISE(ABORT, 'Audit entries are never replaced.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditSeals_NoReplace BEFORE INSERT ON AuditSeals
                WHEN EXISTS (SELECT 1 FROM AuditSeals WHERE Number = NEW.Number)
                BEGIN SELECT RAISE(ABORT, 'Audit seals are never replaced.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER AuditEntries_NoReplace");
            migrationBuilder.Sql("DROP TRIGGER AuditSeals_NoReplace");
            migrationBuilder.DropColumn(
                name: "Counts",
                table: "Changes");
        }
    }
}
