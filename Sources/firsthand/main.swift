import Commands

await FirsthandCommand.run()
