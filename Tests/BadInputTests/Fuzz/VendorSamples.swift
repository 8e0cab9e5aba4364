extension ExportSamples {
    /// Exports of vendors of assistants and of tools for developers.
    static let vendors: [(reader: String, file: String, text: String, settings: String)] = [
        (
            "chatgpt-users", "chatgpt.csv",
            "cadence,period_start,period_end,account_id,public_id,name,email,role,user_role,department,groups,user_status,created_or_invited_date,is_active,first_day_active_in_period,last_day_active_in_period,messages,messages_rank,model_to_messages,gpt_messages,last_day_active\nWeekly,2026-03-29,2026-04-04,acc,user-1,Quorlix,quorlix@example.com,,standard-user,,,enabled,2025-03-01,1,2026-04-02,2026-04-04,25,3,{'gpt-4o': 25},5,2026-04-04\nWeekly,2026-03-29,2026-04-04,acc,user-2,,vantroub@example.com,,standard-user,\"[\"\"Blue\"\"]\",,enabled,2025-03-01,0,,,0,,{},0,\n",
            ""
        ),
        (
            "chatgpt-projects", "projects.csv",
            "project_id,project_name,config_type,project_creator_email,is_active,messages_workspace,unique_messagers_workspace\ng-1,Project A,project,quorlix@example.com,1,14,3\n",
            ""
        ),
        (
            "openai-usage", "openai.json",
            #"{"object":"page","data":[{"object":"bucket","start_time":1774828800,"end_time":1774915200,"results":[{"object":"organization.usage.completions.result","input_tokens":14,"num_model_requests":47,"user_id":"quorlix","model":null},{"object":"organization.usage.completions.result","num_model_requests":3,"user_id":null}]}],"has_more":false,"next_page":null}"#,
            ""
        ),
        (
            "claude-code-analytics", "claude-code.json",
            #"{"data":[{"date":"2026-03-30T00:00:00Z","actor":{"type":"user_actor","email_address":"quorlix@example.com"},"terminal_type":"vscode","core_metrics":{"num_sessions":5,"lines_of_code":{"added":1,"removed":2}},"tool_actions":{"edit_tool":{"accepted":45,"rejected":5}}},{"date":"2026-03-30T00:00:00Z","actor":{"type":"api_actor","api_key_name":"robot"},"terminal_type":"x","core_metrics":{"num_sessions":1}}],"has_more":false}"#,
            ""
        ),
        (
            "claude-enterprise-users", "claude-users-day.json",
            #"{"data":[{"date":"2026-03-30","user":{"id":"user_01","email_address":"quorlix@example.com"},"chat_metrics":{"distinct_conversation_count":4,"message_count":31},"claude_code_metrics":{"core_metrics":{"commit_count":0,"distinct_session_count":0}},"office_metrics":{"excel":{"message_count":0}},"cowork_metrics":{"message_count":0},"web_search_count":2}]}"#,
            ""
        ),
        (
            "claude-enterprise-summaries", "claude-summaries.json",
            #"{"data":[{"starting_date":"2026-03-30","ending_date":"2026-03-31","daily_active_user_count":61,"weekly_active_user_count":118,"monthly_active_user_count":170,"assigned_seat_count":240,"pending_invite_count":9}]}"#,
            ""
        ),
        (
            "claude-conversations", "conversations.json",
            #"[{"uuid":"c1","name":"Quarterly","created_at":"2026-03-30T09:12:44.012345Z","account":{"uuid":"quorlix"},"chat_messages":[{"uuid":"m1","text":"(invented)","sender":"human","created_at":"2026-03-30T09:12:44.012345Z"},{"uuid":"m2","text":"(invented)","sender":"assistant","created_at":"2026-03-30T09:12:51Z"}]}]"#,
            ""
        ),
        (
            "claude-users", "users.json",
            #"[{"uuid":"a1","full_name":"Quorlix","email_address":"quorlix@example.com","verified_phone_number":null},{"uuid":"a2","full_name":"Vantroub","email_address":"vantroub@example.com"}]"#,
            ""
        ),
        (
            "claude-members", "members.csv",
            "Name,Email,Role,Seat Tier,Status\nQuorlix,quorlix@example.com,Owner,Premium,Active\n,vantroub@example.com,User,Standard,Pending\n",
            ""
        ),
        (
            "cursor-daily-usage", "cursor.json",
            #"{"data":[{"userId":"u_1","day":"2026-03-30","date":1774828800000,"email":"quorlix@example.com","isActive":true,"composerRequests":45,"chatRequests":128,"agentRequests":12,"cmdkUsages":67,"totalAccepts":73},{"userId":"u_2","day":"2026-03-30","email":"vantroub@example.com","isActive":false,"composerRequests":0,"chatRequests":0,"agentRequests":0}]}"#,
            ""
        ),
        (
            "gemini-activities", "gemini.json",
            #"{"items":[{"kind":"admin#reports#activity","id":{"time":"2026-03-30T15:02:11.123Z","uniqueQualifier":"-1","applicationName":"gemini_in_workspace_apps"},"actor":{"email":"quorlix@example.com","profileId":"100"},"ipAddress":"203.0.113.7","events":[{"type":"ai_usage_event","name":"feature_utilization","parameters":[{"name":"app_name","value":"docs"},{"name":"action","value":"summarize"},{"name":"event_category","value":"active_generate"}]}]}]}"#,
            ""
        ),
        (
            "litellm-daily-spend", "litellm.csv",
            "id,user_id,date,api_key,model,model_group,custom_llm_provider,prompt_tokens,completion_tokens,spend,api_requests,successful_requests,failed_requests\n1,quorlix@example.com,2026-03-30,hash-1,m,m,p,12000,1800,0.048,14,14,0\n2,,2026-03-30,hash-2,m,m,p,1,1,0,1,1,0\n",
            ""
        ),
        (
            "posthog-events", "posthog.json",
            #"{"api_key":"phc","batch":[{"event":"ai_tool_used","distinct_id":"quorlix@example.com","timestamp":"2026-03-30T09:12:44Z","properties":{"tool":"assistant","use_case":"UC-7"},"uuid":"u1"},{"event":"ai_tool_used","distinct_id":"vantroub@example.com","timestamp":"2026-03-31T09:12:44Z","properties":"{\"tool\":\"assistant\"}","uuid":"u2"}]}"#,
            ""
        ),
        (
            "purview-audit-log", "purview.csv",
            "\u{FEFF}RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\nr1,2026-03-30T08:15:02.0000000Z,261,CopilotInteraction,quorlix@example.com,\"{\"\"CreationTime\"\":\"\"2026-03-30T08:15:02\"\",\"\"AppIdentity\"\":\"\"Copilot.Word\"\",\"\"CopilotEventData\"\":{\"\"AppHost\"\":\"\"Word\"\",\"\"Messages\"\":[{\"\"Id\"\":\"\"1\"\",\"\"isPrompt\"\":true}]}}\",\nr2,3/31/2026 10:20:00 AM,261,CopilotInteraction,vantroub@example.com,\"{\"\"CopilotEventData\"\":{\"\"AppHost\"\":\"\",\n",
            ""
        ),
        (
            "viva-person-query", "person-query.csv",
            "PersonId,MetricDate,Collaboration_hours,Total_Copilot_active_days,Total_Copilot_enabled_days,Copilot_actions_taken_in_Teams,Meeting_and_call_hours,FunctionType,SupervisorIndicator,Level,Organization\nquorlix,2026-03-29,20.5,3,7,12,9.25,Clerk,Manager,Top,Blue\nvantroub,2026-03-29,18,,,,7,Clerk,Individual,Low,Blue\n",
            ""
        ),
        (
            "microsoft-forms-responses", "forms.csv",
            "ID,Start time,Completion time,Email,Name,How dull is your work?,Your level,Anything else\n1,5/4/2026 11:30:00,5/4/2026 12:00:00,anonymous,,Strongly agree,Manager,Text\n2,5/25/2026 11:30:00,5/25/2026 12:00:00,quorlix@example.com,Quorlix,4,,\n",
            "pulse: {questions: {How dull is your work?: {item: Q2, direction: falling}, Your level: none}, layer: Your level}\n"
        ),
    ]
}
