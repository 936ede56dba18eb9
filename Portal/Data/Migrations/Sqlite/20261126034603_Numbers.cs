using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Numbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Operators_AccountId_State",
                table: "Operators");

            migrationBuilder.CreateIndex(
                name: "IX_Operators_Numbers",
                table: "Operators",
                columns: new[] { "AccountId", "State", "LoginOptions", "PolicyOverride", "PolicyOverrideUntil", "PolicyOverrideAfter", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Operators_Numbers",
                table: "Operators");

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_State",
                table: "Operators",
                columns: new[] { "AccountId", "State" });
        }
    }
}
