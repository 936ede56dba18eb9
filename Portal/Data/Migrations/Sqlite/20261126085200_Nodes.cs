using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Nodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyRing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyRing", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_PolicyOverrideUntil",
                table: "Operators",
                columns: new[] { "AccountId", "PolicyOverrideUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Authenticators_Numbers",
                table: "Authenticators",
                columns: new[] { "OperatorId", "AccountId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyRing");

            migrationBuilder.DropIndex(
                name: "IX_Operators_AccountId_PolicyOverrideUntil",
                table: "Operators");

            migrationBuilder.DropIndex(
                name: "IX_Authenticators_Numbers",
                table: "Authenticators");
        }
    }
}
