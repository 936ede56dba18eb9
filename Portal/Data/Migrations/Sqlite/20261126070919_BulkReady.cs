using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BulkReady : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsProven",
                table: "BulkJobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ReadyAt",
                table: "BulkJobs",
                type: "INTEGER",
                nullable: true);

            // Those of before were whole from the beginning, and none began without the proof that it asks for.
            migrationBuilder.Sql("""UPDATE "BulkJobs" SET "ReadyAt" = "CreatedAt", "IsProven" = 1""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsProven",
                table: "BulkJobs");

            migrationBuilder.DropColumn(
                name: "ReadyAt",
                table: "BulkJobs");
        }
    }
}
