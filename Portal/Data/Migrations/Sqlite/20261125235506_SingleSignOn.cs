using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SingleSignOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ProvenAtProvider",
                table: "Sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "SsoBoundAt",
                table: "Operators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SsoClientId",
                table: "Operators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SsoIssuer",
                table: "Operators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SsoSubject",
                table: "Operators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DefaultLoginOptions",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "SingleSignOn",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", nullable: true),
                    ProtectedSecret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    TrustsUnmarkedEmail = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Fault = table.Column<int>(type: "INTEGER", nullable: true),
                    FaultDetail = table.Column<string>(type: "TEXT", nullable: true),
                    FaultSince = table.Column<long>(type: "INTEGER", nullable: true),
                    TestedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TestedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TestFault = table.Column<int>(type: "INTEGER", nullable: true),
                    TestDetail = table.Column<string>(type: "TEXT", nullable: true),
                    TestLacksAuthTime = table.Column<bool>(type: "INTEGER", nullable: false),
                    TestEmail = table.Column<string>(type: "TEXT", nullable: true),
                    TestSubject = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SingleSignOn", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_SingleSignOn_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_AccountId_SsoIssuer_SsoSubject",
                table: "Operators",
                columns: new[] { "AccountId", "SsoIssuer", "SsoSubject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SingleSignOn_Name",
                table: "SingleSignOn",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SingleSignOn");

            migrationBuilder.DropIndex(
                name: "IX_Operators_AccountId_SsoIssuer_SsoSubject",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "ProvenAtProvider",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SsoBoundAt",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "SsoClientId",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "SsoIssuer",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "SsoSubject",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "DefaultLoginOptions",
                table: "Accounts");
        }
    }
}
